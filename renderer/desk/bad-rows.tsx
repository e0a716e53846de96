import type { ReactNode } from 'react';
import type { ApiError } from '../../electron/contract/errors.ts';
import { useText } from '../text/text-context.tsx';
import { ROW_PROBLEM_TEXTS } from './appointment-file.ts';

type BadRow = Extract<ApiError, { code: 'badAppointmentList' }>['rows'][number];

/** Every row of a list that has to be corrected, by its line in the file. */
export function BadRows({ rows }: { readonly rows: readonly BadRow[] }): ReactNode {
  const texts = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard.
    <section className="bad-rows" tabIndex={0} aria-labelledby="bad-rows-title">
      <table className="bad-rows__table">
        <caption id="bad-rows-title">
          {texts.t('desk.import.badRows', { count: rows.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{texts.t('desk.import.rowLine')}</th>
            <th scope="col">{texts.t('desk.import.rowProblem')}</th>
            <th scope="col">{texts.t('desk.import.rowValue')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line} ${row.problem} ${row.value}`}>
              <th scope="row">{row.line}</th>
              <td>{texts.t(ROW_PROBLEM_TEXTS[row.problem])}</td>
              <td className="code">{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
