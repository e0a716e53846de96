import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react';
import { createTranslator, type Translator, type TranslatorContent } from './translator.ts';

const TextContext = createContext<Translator | null>(null);

/**
 * Gives texts in one language to everything inside, and tells the page its language and direction:
 * the voice, hyphenation and the mirrored layout of right-to-left scripts all follow from those.
 */
export function TextProvider(props: {
  readonly content: TranslatorContent;
  readonly languageCode: string;
  readonly children: ReactNode;
}) {
  const { content, languageCode } = props;
  const translator = useMemo(
    () => createTranslator(content, languageCode),
    [content, languageCode],
  );
  // Before any effect inside: the voice reads a new screen in one, by the language of the page.
  useLayoutEffect(() => {
    document.documentElement.lang = translator.language.localeTag;
    document.documentElement.dir = translator.language.direction;
  }, [translator]);
  return <TextContext.Provider value={translator}>{props.children}</TextContext.Provider>;
}

/** The texts of the language in use. */
export function useText(): Translator {
  const translator = useContext(TextContext);
  if (!translator) throw new Error('useText needs a TextProvider around it.');
  return translator;
}
