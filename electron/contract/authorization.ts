/** The headers that say who is asking. */
export function authorization(deviceToken: string | undefined): Record<string, string> {
  return deviceToken === undefined ? {} : { authorization: `Bearer ${deviceToken}` };
}
