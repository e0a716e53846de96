import { memo, type ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { Icon } from '../ui/icon.tsx';

export interface TableColumn<R> {
  readonly id: string;
  readonly title: string;
  /** Figures stand under each other by their last digit. */
  readonly isFigure?: boolean;
  readonly cell: (row: R) => ReactNode;
}

export interface ActionRowProps<R> {
  readonly id: string;
  readonly row: R;
  readonly name: string;
  readonly columns: readonly TableColumn<R>[];
  readonly className: string;
  /** The Tab key stops at one row only. */
  readonly isTabStop: boolean;
  readonly onOpen: (key: string, button: Element) => void;
}

/** One row: its number is a button as wide as the row. */
function PlainActionRow<R>(props: ActionRowProps<R>): ReactNode {
  const { id, row, name, columns } = props;
  const texts = useText();
  return (
    <tr className={`rows__row ${props.className}`}>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.id} scope="row" className="rows__code code">
            <button
              type="button"
              className="rows__open"
              data-key={id}
              aria-haspopup="menu"
              tabIndex={props.isTabStop ? 0 : -1}
              onClick={(event) => props.onOpen(id, event.currentTarget)}
            >
              {name}
              <span className="visually-hidden"> {texts.t('desk.lists.actions')}</span>
            </button>
          </th>
        ) : (
          <td
            key={column.id}
            className={column.isFigure === true ? 'rows__figure' : `rows__${column.id}`}
          >
            {column.cell(row)}
          </td>
        ),
      )}
      <td className="rows__more">
        <Icon name="more" />
      </td>
    </tr>
  );
}

/** Drawn anew only when its row, its columns or its place change. */
export const ActionRow = memo(PlainActionRow) as typeof PlainActionRow;
