import './action-table.css';
import { type ReactNode, useRef, useState } from 'react';
import { Cell, Column, Popover, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';
import { ChoiceMenu, type MenuGroup } from './choice-menu.tsx';

export interface TableColumn<R> {
  readonly id: string;
  readonly title: string;
  readonly className?: string;
  readonly cell: (row: R) => ReactNode;
}

export interface ActionTableProps<R extends object> {
  /** What the table lists. */
  readonly label: string;
  /** The first names the row. */
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
 * row, Enter for the menu. Rows are drawn anew only when their data are.
 */
export function ActionTable<R extends object>(props: ActionTableProps<R>): ReactNode {
  const { columns, keyOf, nameOf, rowClass } = props;
  const texts = useText();
  const table = useRef<HTMLDivElement>(null);
  const anchor = useRef<Element | null>(null);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const openRow = props.rows.find((row) => keyOf(row) === openKey);
  const groups = openRow === undefined ? [] : props.menuOf(openRow);
  const close = () => setOpenKey(null);

  function open(key: string): void {
    const place = table.current?.querySelector(`[data-key="${CSS.escape(key)}"]`);
    anchor.current = place?.querySelector('.rows__more') ?? place ?? null;
    setOpenKey(key);
  }

  return (
    <div className="rows__scroll" ref={table}>
      <Table
        className="rows"
        aria-label={props.label}
        onRowAction={(key) => open(String(key))}
        selectionMode="none"
      >
        <TableHeader>
          {columns.map((column, index) => (
            <Column
              key={column.id}
              id={column.id}
              className={column.className ?? ''}
              isRowHeader={index === 0}
            >
              {column.title}
            </Column>
          ))}
          <Column id="more" className="rows__more-head">
            <span className="visually-hidden">{texts.t('desk.lists.actions')}</span>
          </Column>
        </TableHeader>
        <TableBody items={props.rows} dependencies={[texts]}>
          {(row) => (
            <Row
              id={keyOf(row)}
              className={`rows__row ${rowClass?.(row) ?? ''}`}
              textValue={nameOf(row)}
            >
              {[
                ...columns.map((column) => (
                  <Cell key={column.id} className={column.className ?? ''}>
                    {column.cell(row)}
                  </Cell>
                )),
                <Cell key="more" className="rows__more">
                  <Icon name="more" />
                </Cell>,
              ]}
            </Row>
          )}
        </TableBody>
      </Table>
      {openRow === undefined || groups.every(({ choices }) => choices.length === 0) ? null : (
        <Popover
          className="menu-ground"
          triggerRef={anchor}
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) close();
          }}
          placement="bottom end"
        >
          <ChoiceMenu
            label={texts.t('desk.ticket.menu', { code: nameOf(openRow) })}
            groups={groups}
            onClose={close}
          />
        </Popover>
      )}
    </div>
  );
}
