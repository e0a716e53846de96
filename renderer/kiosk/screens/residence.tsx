import type { ReactNode } from 'react';
import type { Residence } from '../../../electron/contract/content.ts';
import { residenceQuestionPhrases } from '../../text/content-phrases.ts';
import type { DrawingName } from '../../ui/icon.tsx';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { useKiosk } from '../kiosk-context.ts';
import { Page } from './page.tsx';

/** The drawing says where the answer leads: on, to someone at once, or to a question. */
export function drawingOf(residence: Residence, outcomeId: string | null): DrawingName {
  const outcome = residence.outcomes.find((each) => each.id === outcomeId);
  if (outcome === undefined) return 'help';
  if (outcome.suggestsPriority) return 'bell';
  return outcome.endsWith === 'ticket' ? 'residence' : 'person';
}

/** On a landscape panel, where more stand side by side. */
const MOST_IN_A_COLUMN = 4;

/** One question on residence. Every answer leads on, none leads out. */
export function ResidenceScreen({ questionId }: { questionId: string }): ReactNode {
  const { content, texts, act } = useKiosk();
  const question = content.residence.questions.find((each) => each.id === questionId);
  if (question === undefined) throw new Error(`no residence question "${questionId}"`);
  const words = residenceQuestionPhrases(texts, question);
  const isLong = question.answers.length > MOST_IN_A_COLUMN;
  return (
    <Page
      title={words.title}
      help={words.help}
      rights={words.answers.flatMap(({ label, line }) => [label, line])}
      layout={isLong ? 'wide' : 'beside'}
    >
      <Tiles columns={isLong ? 2 : 1}>
        {question.answers.map(({ id, next }, index) => {
          const answer = words.answers[index];
          return answer === undefined ? null : (
            <Tile
              key={id}
              icon={drawingOf(content.residence, 'outcome' in next ? next.outcome : null)}
              label={answer.label}
              line={answer.line}
              leads={answer.leads}
              onPress={() => act({ type: 'residenceAnswered', answerId: id })}
            />
          );
        })}
      </Tiles>
    </Page>
  );
}
