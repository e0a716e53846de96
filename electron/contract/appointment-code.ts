/** What a person with an appointment was given: letters and digits, and what sets them apart. */
export const APPOINTMENT_CODE = /^[0-9A-Za-z][0-9A-Za-z .-]{0,30}[0-9A-Za-z]$/;
