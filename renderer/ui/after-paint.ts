/** Does something once the next screen is painted; the function it returns calls it off. */
export function afterPaint(action: () => void): () => void {
  // The second frame begins once the first is painted.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(action);
  });
  return () => cancelAnimationFrame(frame);
}
