import './action-table.css';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Popover } from 'react-aria-components';
import { useText } from '../text/text-context.tsx';
import { ActionRow, type TableColumn } from './action-row.tsx';
import { ChoiceMenu, type MenuGroup } from './choice-menu.tsx';
import { useRowKeys } from './use-row-keys.ts';

export interface ActionTableProps<R extends object> {
  /** What the table lists. */
  readonly label: string;
  /** The first names the row. The same array as long as the language is. */
  readonly columns: readonly TableColumn<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  /** The number or code that stands for the row. */
  readonly nameOf: (row: R) => string;
  readonly rowClass?: (row: R) => string;
  /** What can be done with a row now; without any choice no menu opens. */
  readonly menuOf: (row: R) => readonly MenuGroup[];
}

/**
 * A long list whose rows each open a menu of actions. One stop for the Tab key, arrows from row to
 * row, Enter for the menu. Plain table rows: two hundred of them are drawn anew with every change.
 */
export function ActionTable<R extends object>(props: ActionTableProps<R>): ReactNode {
  const { columns, rows, keyOf, nameOf, rowClass } = props;
  const texts = useText();
  const anchor = useRef<Element | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const keys = rows.map(keyOf);
  const { place, tabStop, onKeyDown, onFocus } = useRowKeys(keys);
  const open = useCallback((key: string, button: Element) => {
    anchor.current = button.closest('tr')?.querySelector('.rows__more') ?? button;
    setOpenKey(key);
  }, []);
  const close = () => setOpenKey(null);

  const openRow = rows.find((row) => keyOf(row) === openKey);
  const groups = openRow === undefined ? [] : props.menuOf(openRow);
  const menuLabel =
    openRow === undefined ? '' : texts.t('desk.ticket.menu', { code: nameOf(openRow) });
  return (
    <div className="rows__scroll">
      <table className="rows" aria-label={props.label}>
        <thead>
          <tr>
            {columns.map(({ id, title, isFigure }) => (
              <th key={id} scope="col" className={isFigure === true ? 'rows__figure' : undefined}>
                {title}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody ref={place} onKeyDown={onKeyDown} onFocus={onFocus}>
          {rows.map((row) => {
            const key = keyOf(row);
            return (
              <ActionRow
                key={key}
                id={key}
                row={row}
                name={nameOf(row)}
                columns={columns}
                className={rowClass?.(row) ?? ''}
                isTabStop={key === tabStop}
                onOpen={open}
              />
            );
          })}
        </tbody>
      </table>
      {groups.every(({ choices }) => choices.length === 0) ? null : (
        <Popover
          className="menu-ground"
          aria-label={menuLabel}
          triggerRef={anchor}
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) close();
          }}
          placement="bottom end"
        >
          <ChoiceMenu label={menuLabel} groups={groups} onClose={close} />
        </Popover>
      )}
    </div>
  );
}
