import './icon.css';
import type { ReactNode } from 'react';
import type { Pictogram } from '../../electron/contract/content.ts';
import { ICON_DRAWINGS, type IconName, MIRRORED_ICONS } from './pictograms/icons.tsx';
import { PICTOGRAM_DRAWINGS } from './pictograms/pictograms.tsx';

/** Any drawing: an icon of the interface or a pictogram of the content. */
export type DrawingName = IconName | Pictogram;

function isIcon(name: DrawingName): name is IconName {
  return Object.hasOwn(ICON_DRAWINGS, name);
}

/**
 * A drawing beside words, so hidden from assistive technology: the words say it. Its size is
 * `--icon-size` (1.5 rem unless set).
 */
export function Icon({ name, className }: { name: DrawingName; className?: string }): ReactNode {
  const kind = isIcon(name) ? 'icon' : 'icon icon--pictogram';
  const mirrors = isIcon(name) && MIRRORED_ICONS.has(name) ? ' icon--mirrors' : '';
  return (
    <svg
      className={`${kind}${mirrors}${className === undefined ? '' : ` ${className}`}`}
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
    >
      {isIcon(name) ? ICON_DRAWINGS[name] : PICTOGRAM_DRAWINGS[name]}
    </svg>
  );
}
