import { type ReactNode, useState } from 'react';
import { Input, Label, NumberField, Text } from 'react-aria-components';
import type { DeskView } from '../../electron/contract/views.ts';
import { useText } from '../text/text-context.tsx';
import { Say } from '../ui/words.tsx';
import { endPaperRoll, startPaperRoll } from './desk-commands.ts';
import { DeskDialog } from './desk-dialog.tsx';
import type { DeskCommands } from './use-desk-commands.ts';
import { paperCode } from './workplace-model.ts';

/** What a roll bears (DESIGN §7.9). */
const HIGHEST_NUMBER = 999;

export interface RollDialogProps {
  readonly view: DeskView;
  readonly commands: DeskCommands;
  readonly onClose: () => void;
}

/** Starts and ends calling from a paper roll, and says when that is the thing to do. */
export function RollDialog({ view, commands, onClose }: RollDialogProps): ReactNode {
  const texts = useText();
  const [firstNumber, setFirstNumber] = useState(1);
  const { paperRoll } = view;

  async function startOrEnd(): Promise<void> {
    const answer =
      paperRoll === null
        ? await commands.run(startPaperRoll(firstNumber))
        : await commands.run(endPaperRoll);
    if (answer?.ok === true) onClose();
  }

  return (
    <DeskDialog
      title={texts.phrase('desk.roll.title')}
      onClose={onClose}
      error={commands.error}
      submit={{
        words: texts.phrase(paperRoll === null ? 'desk.roll.start' : 'desk.roll.end'),
        isBusy: commands.isPending,
        onSubmit: () => void startOrEnd(),
      }}
    >
      {paperRoll === null ? (
        <>
          <p>{texts.t('desk.roll.when')}</p>
          <p>{texts.t('desk.roll.both')}</p>
          <NumberField
            className="field"
            minValue={1}
            maxValue={HIGHEST_NUMBER}
            formatOptions={{ useGrouping: false }}
            value={firstNumber}
            onChange={(number) => setFirstNumber(Number.isNaN(number) ? 1 : number)}
          >
            <Label className="field__label">{texts.t('desk.roll.first')}</Label>
            <Input className="field__input field__input--number" />
            <Text slot="description" className="quiet">
              {texts.t('desk.roll.firstLine')}
            </Text>
          </NumberField>
        </>
      ) : (
        <>
          <p>
            <Say
              words={texts.phrase('desk.roll.isOn', {
                code: texts.ticketCode(paperCode(paperRoll.nextNumber)),
              })}
            />
          </p>
          <p>{texts.t('desk.roll.endLine')}</p>
        </>
      )}
    </DeskDialog>
  );
}
