/** A figure that must not exceed its limit. */
export const atMost = (id, value, limit, n) => ({ id, value, limit, pass: value <= limit, n });

/** A figure that must be exactly this. */
export const exactly = (id, value, limit, n) => ({ id, value, limit, pass: value === limit, n });
