import { z } from 'zod';

/** How the kiosk is heard; measured by whoever mounts it (README). */
export const soundSchema = z.strictObject({
  /**
   * `headset`: what is said reaches one person only, by a handset or by a socket that silences the
   * loudspeaker. `loudspeaker`: others hear it, so nothing personal is said (EN 301 549, 5.1.3.9).
   */
  output: z.enum(['headset', 'loudspeaker']).default('loudspeaker'),
  /**
   * The level of speech at the person's ear with the volume of the program all the way up, in dB(A).
   * From it follows how loud the voice begins: at 65 dB(A) (EN 301 549, 5.1.3.13).
   */
  dbaAtFull: z.number().min(40).max(100).default(75),
  /**
   * The same in a headset that somebody plugs in where the output is a loudspeaker, in dB(A). Most
   * bring their own, so the usual value is a loud one: the voice rather begins too softly.
   */
  headsetDbaAtFull: z.number().min(40).max(120).default(90),
});

export type Sound = z.output<typeof soundSchema>;
