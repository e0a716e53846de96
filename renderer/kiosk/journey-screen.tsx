import type { ReactNode } from 'react';
import { Boundary } from '../ui/boundary.tsx';
import type { Place } from './journey/journey.ts';
import { AppointmentScreen } from './screens/appointment.tsx';
import { AudienceScreen } from './screens/audience.tsx';
import { ClosedScreen } from './screens/closed.tsx';
import { CodeScreen } from './screens/code.tsx';
import { FailedScreen } from './screens/failed.tsx';
import { FinalScreen } from './screens/final.tsx';
import { FinderScreen, MunicipiScreen } from './screens/finder.tsx';
import { HelpScreen } from './screens/help.tsx';
import { MandatedScreen } from './screens/mandated.tsx';
import { NeedsScreen } from './screens/needs.tsx';
import { NoticeScreen, NoticesScreen } from './screens/notices.tsx';
import { NumberScreen } from './screens/number.tsx';
import { OfferingScreen } from './screens/offering.tsx';
import { OfficesScreen } from './screens/offices.tsx';
import { PlaceSearchScreen } from './screens/place-search.tsx';
import { ResidenceScreen } from './screens/residence.tsx';
import { YoungScreen } from './screens/young.tsx';

/**
 * Every screen of a journey but the first, and the one that is cleared. One that fails gives way to
 * calm words and a way on: never an empty screen.
 */
export function JourneyScreen({ place }: { place: Place }): ReactNode {
  return (
    <Boundary fallback={<FailedScreen />}>
      <ScreenAt place={place} />
    </Boundary>
  );
}

function ScreenAt({ place }: { place: Place }): ReactNode {
  switch (place.name) {
    case 'needs':
      return <NeedsScreen page={place.page} />;
    case 'offering':
      return <OfferingScreen offeringId={place.offeringId} />;
    case 'audience':
      return <AudienceScreen />;
    case 'young':
      return <YoungScreen />;
    case 'finder':
      return <FinderScreen />;
    case 'placeSearch':
      return <PlaceSearchScreen text={place.text} page={place.page} />;
    case 'municipi':
      return <MunicipiScreen of={place.of} />;
    case 'offices':
      return <OfficesScreen municipio={place.municipio} by={place.by} />;
    case 'mandated':
      return <MandatedScreen />;
    case 'appointment':
      return <AppointmentScreen />;
    case 'code':
      return <CodeScreen />;
    case 'residence':
      return <ResidenceScreen questionId={place.questionId} />;
    case 'final':
      return <FinalScreen outcomeId={place.outcomeId} />;
    case 'number':
      return <NumberScreen />;
    case 'closed':
      return <ClosedScreen />;
    case 'help':
      return <HelpScreen />;
    case 'notices':
      return <NoticesScreen />;
    case 'notice':
      return <NoticeScreen noticeId={place.noticeId} layer={place.layer} />;
    case 'attract':
    case 'cleared':
      return null;
  }
}
