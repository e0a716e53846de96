import './frame.css';
import type { ReactNode } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { Say, type Words } from './words.tsx';

export interface FrameProps {
  readonly owner: Words;
  readonly service: Words;
  readonly office: Words;
  /** What a demonstration says of itself, on every screen; null for a real office. */
  readonly demo: { readonly long: Words; readonly short: Words } | null;
  readonly language: {
    readonly words: Words;
    readonly autonym: string;
    readonly onPress: () => void;
  };
  readonly voice: {
    readonly words: Words;
    /** The language has no voice: the button says so. */
    readonly isMute: boolean;
    readonly muteWords: Words;
    readonly isOn: boolean;
    readonly onPress: () => void;
    readonly isDisabled: boolean;
  };
  readonly settings: {
    readonly words: Words;
    readonly onPress: () => void;
  };
  /** The {@link FrameCommands}. */
  readonly commands: ReactNode;
  /** The first screen stands on deep blue. */
  readonly isDeep?: boolean;
  readonly children: ReactNode;
}

/**
 * What stays the same on every screen: above, whose service this is, whether it speaks, how it is
 * shown and in which language; below, within everyone's reach, the commands, in one order. Reading direction mirrors it.
 */
export function Frame(props: FrameProps): ReactNode {
  return (
    <div className={`frame${props.isDeep === true ? ' frame--deep' : ''}`}>
      <div aria-hidden="true" className="frame__above">
        <p>{props.service.text}</p>
      </div>
      <div className="frame__page">
        <header className="frame__head">
          <div className="frame__name">
            <p className="frame__service">
              <Say words={props.service} />
            </p>
            <p className="frame__owner">
              <Say words={props.owner} />
              <span aria-hidden="true" className="frame__dot" />
              <Say words={props.office} />
            </p>
          </div>
          <div className="frame__settings">
            <ToggleButton
              className="frame__setting frame__voice"
              isSelected={props.voice.isOn}
              isDisabled={props.voice.isDisabled}
              onChange={props.voice.onPress}
            >
              <Icon name={props.voice.isMute ? 'listen-off' : 'listen'} />
              {props.voice.isMute ? (
                <>
                  <span aria-hidden="true">{props.voice.words.text}</span>
                  <Say className="visually-hidden" words={props.voice.muteWords} />
                </>
              ) : (
                <Say words={props.voice.words} />
              )}
            </ToggleButton>
            <AriaButton className="frame__setting frame__display" onPress={props.settings.onPress}>
              <Icon name="accessibility" />
              <Say words={props.settings.words} />
            </AriaButton>
            <AriaButton className="frame__setting" onPress={props.language.onPress}>
              <Icon name="language" />
              <span className="visually-hidden">{props.language.words.text} </span>
              <span>{props.language.autonym}</span>
            </AriaButton>
          </div>
        </header>
        <main className="frame__main">{props.children}</main>
        <footer>
          {props.demo === null ? null : (
            <p className="frame__demo">
              <Say className="frame__demo-long" words={props.demo.long} />
              <Say className="frame__demo-short" words={props.demo.short} />
            </p>
          )}
          {props.commands}
        </footer>
      </div>
      <div aria-hidden="true" className="frame__below" />
    </div>
  );
}
