import './attract.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../../ui/icon.tsx';
import { commandOfKey } from '../../ui/keys.ts';
import { ReadingPane } from '../../ui/reading-pane.tsx';
import { Say, spokenAttribute } from '../../ui/words.tsx';
import type { JourneyRules } from '../journey/journey.ts';
import { useKiosk } from '../kiosk-context.ts';
import { nextOpening } from '../opening.ts';
import { PorticoPicture } from './portico-picture.tsx';

/** What the office does now: gives numbers, only takes the codes of appointments, or neither. */
function wordsOf({ isOpen, takesCodes }: Pick<JourneyRules, 'isOpen' | 'takesCodes'>) {
  if (isOpen) return { title: 'kiosk.attract.title', line: 'kiosk.attract.line' } as const;
  return takesCodes
    ? ({ title: 'kiosk.attract.codesOnlyTitle', line: 'kiosk.attract.codesOnlyLine' } as const)
    : ({ title: 'kiosk.attract.closedTitle', line: 'kiosk.attract.closedLine' } as const);
}

/** The first screen: a greeting, and each language under its own name. A touch anywhere begins. */
export function AttractScreen(): ReactNode {
  const { content, languages, rules, view, texts, journey, act } = useKiosk();
  const region = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  useEffect(() => {
    const element = region.current;
    const begin = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('button') === null) {
        act({ type: 'begin' });
      }
    };
    // Likewise for whoever has only a key to select with.
    const onKey = (event: KeyboardEvent) => {
      if (commandOfKey(event) === 'select') begin(event);
    };
    element?.addEventListener('click', begin);
    element?.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('click', begin);
      element?.removeEventListener('keydown', onKey);
    };
  }, [act]);

  const { isOpen } = rules;
  const opening =
    isOpen || view === null ? null : nextOpening(texts, content.office.timeZone, view);
  const words = wordsOf(rules);
  const title = texts.phrase(words.title);
  // The first sentence greets, larger; what follows it is the question.
  const [, greeting, question = title.text] = /^([^.!?。]+[.!?。])\s+(.+)$/.exec(title.text) ?? [];
  const touch = texts.phrase(isOpen ? 'kiosk.attract.touch' : 'kiosk.attract.closedTouch');
  const appointment = texts.phrase('kiosk.attract.appointment');
  return (
    <ReadingPane
      up={texts.phrase('kiosk.frame.scrollUp')}
      down={texts.phrase('kiosk.frame.scrollDown')}
    >
      <div className="attract" ref={region}>
        <div className="attract__picture">
          <PorticoPicture />
        </div>
        <div className="attract__words">
          <h1 className="attract__title" ref={heading} tabIndex={-1} {...spokenAttribute(title)}>
            {greeting === undefined ? null : <span className="attract__greeting">{greeting} </span>}
            {question}
          </h1>
          {opening === null ? null : (
            <p className="attract__opening">
              <Say words={opening} />
            </p>
          )}
          <p className="attract__line">
            <Say words={texts.phrase(words.line)} />
          </p>
        </div>
        <div className="attract__ways">
          <AriaButton className="attract__begin" onPress={() => act({ type: 'begin' })}>
            <span {...spokenAttribute(touch)}>{touch.text}</span>
            <Icon name="forward" />
          </AriaButton>
          {rules.takesCodes ? (
            <AriaButton className="attract__appointment" onPress={() => act({ type: 'codeAsked' })}>
              <Icon name="calendar" />
              <span {...spokenAttribute(appointment)}>{appointment.text}</span>
            </AriaButton>
          ) : null}
          <ul className="attract__languages" aria-label={texts.t('kiosk.attract.language')}>
            {languages.map((language) => (
              <li key={language.code}>
                <AriaButton
                  className="attract__language"
                  aria-current={language.code === journey.language ? 'true' : 'false'}
                  onPress={() => act({ type: 'languageChosen', language: language.code })}
                >
                  <span lang={language.localeTag} dir={language.direction}>
                    {language.autonym}
                  </span>
                </AriaButton>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </ReadingPane>
  );
}
