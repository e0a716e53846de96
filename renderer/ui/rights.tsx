import './rights.css';
import type { ReactNode } from 'react';
import { Say, type Words } from './words.tsx';

/** A text on people's rights; where its translation is not yet reviewed, the Italian too. */
export function Rights({ words }: { words: Words }): ReactNode {
  const { italian } = words;
  return (
    <>
      <Say words={words} />
      {italian ? (
        <span className="italian" lang="it" dir="ltr">
          <Say words={italian} />
        </span>
      ) : null}
    </>
  );
}
