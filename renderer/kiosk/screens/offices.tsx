import './finder.css';
import type { ReactNode } from 'react';
import type { Content, TerritorialOffice } from '../../../electron/contract/content.ts';
import { territorialOfficePhrases } from '../../text/content-phrases.ts';
import type { Phrase } from '../../text/phrase.ts';
import type { Translator } from '../../text/translator.ts';
import { Rights } from '../../ui/rights.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Say, type Words } from '../../ui/words.tsx';
import type { FoundPlace } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { BookingFact } from './booking-fact.tsx';
import { Fact, Page } from './page.tsx';

/** The offices of a Municipio, how to reach them, and where all this is known from. */
export function OfficesScreen(props: { municipio: number; by: FoundPlace | null }): ReactNode {
  const { municipio, by } = props;
  const { content, texts, act } = useKiosk();
  const offices = content.offices.offices.filter((office) => office.municipio === municipio);
  const ownOffice = ownOfficeWords(texts, content.office.municipio, municipio);
  return (
    <Page
      personal="all"
      title={texts.phrase('kiosk.finder.officesTitle', { number: municipio })}
      isTextHeavy
      rights={ownOffice === null ? [] : [ownOffice]}
      note={by?.kind === 'quarter' ? texts.phrase('kiosk.finder.quarter') : undefined}
      aside={
        <>
          <BookingFact tone="tint" />
          {ownOffice === null ? null : (
            <Fact icon={content.office.municipio === municipio ? 'check' : 'person'}>
              <p>
                <Rights words={ownOffice} />
              </p>
            </Fact>
          )}
        </>
      }
      actions={
        <Tile
          variant="soft"
          isCompact
          icon="back"
          sign={null}
          label={texts.phrase('kiosk.notices.back')}
          onPress={() => act({ type: 'finderClosed' })}
        />
      }
    >
      <ul className="offices">
        {offices.map((office) => (
          <li key={office.id}>
            <Office office={office} />
          </li>
        ))}
      </ul>
      <p className="page__note">
        <Say words={whereFrom(texts, content, by)} />
      </p>
    </Page>
  );
}

/** Who says so, of the place that was looked for and of the offices. */
function whereFrom(texts: Translator, content: Content, by: FoundPlace | null): Phrase {
  const date = texts.date(content.offices.source.updatedOn);
  const list = texts.phrase('kiosk.finder.source', { date });
  if (by === null) return list;
  const { name, source } = by;
  const place = texts.phrase('kiosk.finder.placeSource', { name, source });
  return { text: `${place.text} ${list.text}`, spoken: `${place.spoken} ${list.spoken}` };
}

function Office({ office }: { office: TerritorialOffice }): ReactNode {
  const { texts } = useKiosk();
  const words = territorialOfficePhrases(texts, office);
  const isByTelephone = office.access === 'telephone-only';
  return (
    <Fact icon={isByTelephone ? 'phone' : 'residence'}>
      <p className="offices__address">
        <Say words={words.address} />
      </p>
      <p className="offices__facts">
        <Say words={words.rank} />
        {words.note === null ? null : <Say words={words.note} />}
        <Say className="offices__access" words={words.access} />
      </p>
      {office.caveats.includes('stands-in-another-municipio') ? (
        <p>
          <Say words={texts.phrase('kiosk.finder.outside')} />
        </p>
      ) : null}
    </Fact>
  );
}

/** Whether the person is in the right office; null where this office does not say whose it is. */
function ownOfficeWords(texts: Translator, own: number | undefined, asked: number): Words | null {
  if (own === undefined) return null;
  return own === asked
    ? texts.phrase('kiosk.finder.here', { number: own })
    : texts.rightsAt('kiosk.finder.elsewhere', { number: own });
}
