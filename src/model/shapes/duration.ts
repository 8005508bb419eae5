import { z } from 'zod';
import { durationPattern } from '../documents/duration.js';

export const durationSchema = z.string().regex(durationPattern).meta({
  id: 'duration',
  description:
    'A duration: "30d" calendar days, "5wd" working days, "4h" hours, "1mo" calendar months; "0wd" on the spot.',
});
