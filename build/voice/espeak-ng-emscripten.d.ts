/** The part of eSpeak NG's JavaScript build that is used here; the package brings no types. */
declare module '@echogarden/espeak-ng-emscripten' {
  interface Speaker {
    /** 0 where the voice exists. */
    set_voice(name: string): number;
    /** Hands over samples piece by piece, 16 bits each; null marks the end. False goes on. */
    synthesize(text: string, take: (samples: Int16Array | null) => boolean): void;
    /** Samples a second. */
    get_samplerate(): number;
  }
  function load(): Promise<{ readonly eSpeakNGWorker: new () => Speaker }>;
  export default load;
}
