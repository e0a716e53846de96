import { type FinderAction, type Journey, type Place, placeInSight, push } from './journey.ts';

/*
 * Which office is mine? By the number of the Municipio, or by a street or quarter that is written.
 * What is written is in the place itself: it goes when the person goes back over it.
 */

/** Longer than any name of a street. */
const LONGEST_TEXT = 40;

/** Screens from which the question arises. */
const DOORS: readonly Place['name'][] = ['needs', 'offering', 'audience', 'final', 'closed'];

const ROOMS: readonly Place['name'][] = ['finder', 'placeSearch', 'municipi', 'offices'];

export function finderMoved(journey: Journey, action: FinderAction): Journey {
  const place = placeInSight(journey);
  switch (action.type) {
    case 'finderOpened':
      return DOORS.includes(place.name) ? push(journey, { name: 'finder' }) : journey;
    case 'finderClosed':
      return closed(journey);
    case 'municipioChosen': {
      const { municipio } = action;
      const isThere = place.name === 'finder' || place.name === 'municipi';
      const by = place.name === 'municipi' ? place.of : null;
      return isThere ? push(journey, { name: 'offices', municipio, by }) : journey;
    }
    case 'placeSearchOpened':
      return place.name === 'finder'
        ? push(journey, { name: 'placeSearch', text: '', page: 0 })
        : journey;
    case 'placeKeyPressed':
      return place.name === 'placeSearch' && place.text.length < LONGEST_TEXT
        ? written(journey, place.text + action.character)
        : journey;
    case 'placeKeyErased':
      return place.name === 'placeSearch' ? written(journey, place.text.slice(0, -1)) : journey;
    case 'placesTurned':
      return place.name === 'placeSearch'
        ? inPlace(journey, { ...place, page: Math.max(0, action.page) })
        : journey;
    case 'placeChosen': {
      const [only, ...others] = action.place.municipi;
      if (place.name !== 'placeSearch' || only === undefined) return journey;
      return others.length === 0
        ? push(journey, { name: 'offices', municipio: only, by: action.place })
        : push(journey, { name: 'municipi', of: action.place });
    }
  }
}

function written(journey: Journey, text: string): Journey {
  // Nothing begins with a space.
  return inPlace(journey, { name: 'placeSearch', text: text.trimStart(), page: 0 });
}

function inPlace(journey: Journey, place: Place): Journey {
  return { ...journey, places: [...journey.places.slice(0, -1), place] };
}

/** Back to where the question arose. */
function closed(journey: Journey): Journey {
  if (!ROOMS.includes(placeInSight(journey).name)) return journey;
  const before = journey.places.findLastIndex(({ name }) => !ROOMS.includes(name));
  return { ...journey, places: journey.places.slice(0, before + 1) };
}
