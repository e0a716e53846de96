import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type DrawingName, Icon } from './icon.tsx';
import { spokenAttribute, type Words } from './words.tsx';

export interface DialogProps {
  readonly title: Words;
  readonly icon?: DrawingName;
  /** Called for Esc, and for a touch beside the dialog where `isDismissable`. */
  readonly onClose: () => void;
  readonly isDismissable?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
  /** Stands at the foot of the page, under the panel: part of the dialog for keys and voice. */
  readonly below?: ReactNode;
  readonly className?: string;
}

/** A dialog over the page: focus stays in it and returns to where it was. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <ModalOverlay
      className="dialog-ground"
      isOpen
      isDismissable={props.isDismissable ?? false}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className="dialog-place">
        <AriaDialog className="dialog" role={props.role ?? 'dialog'}>
          <div className={`dialog__panel ${props.className ?? ''}`}>
            <div className="dialog__head">
              {props.icon === undefined ? null : <Icon name={props.icon} />}
              <Heading slot="title" className="dialog__title" {...spokenAttribute(props.title)}>
                {props.title.text}
              </Heading>
            </div>
            {props.children}
          </div>
          {props.below === undefined ? null : <div className="dialog__below">{props.below}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
