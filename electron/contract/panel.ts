import { z } from 'zod';

/** The panel in front of the person; everything on screen is sized from it (DESIGN §4, ui). */
export const panelSchema = z.strictObject({
  /** Visible width of the panel as mounted, in millimetres. */
  widthMm: z.number().min(100).max(3000),
  /** From the eyes to the panel, in millimetres. */
  viewingDistanceMm: z.number().min(200).max(20_000),
});

/** The kiosk's panel, which people touch. */
export const kioskPanelSchema = panelSchema.extend({
  /**
   * From the floor up to the visible panel as mounted, in millimetres. Without it the low-reach
   * mode is not offered (`reach.ts`).
   */
  lowerEdgeMm: z.number().min(0).max(2000).optional(),
});

export type Panel = z.infer<typeof kioskPanelSchema>;
