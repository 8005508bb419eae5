import { z } from 'zod';
import { codes } from '../../diagnostics/index.js';
import type { Code } from '../../diagnostics/index.js';
import { acceptSchema } from './accept.js';
import { documentShape } from './common.js';
import { nameSchema, textSchema } from './text.js';

export const materialSchema = z
  .strictObject({
    kind: z.literal('material').describe('What the document is.'),
    ...documentShape,
    electronic: z.boolean().optional().describe('There is an electronic certificate of it (电子证照).'),
    accept: acceptSchema.optional().describe('How it may be given where the input does not say.'),
    specification: textSchema.optional().describe('What the file must be like.'),
    files: z
      .strictObject({
        types: z
          .array(z.string().regex(/^[a-z]+\/([a-z0-9][a-z0-9.+-]*|\*)$/))
          .min(1)
          .optional()
          .describe('Media types: application/pdf, image/jpeg; image/* is every kind of picture.'),
        maxSize: z
          .string()
          .regex(/^[1-9][0-9]{0,5}[kMG]?B$/)
          .optional()
          .describe('The most that one file may hold: 500kB, 5MB (1 MB is 1024 kB).'),
      })
      .optional()
      .describe('What files it may be uploaded as.'),
  })
  .describe('A kind of evidence (材料).');

export const authoritySchema = z
  .strictObject({
    kind: z.literal('authority').describe('What the document is.'),
    ...documentShape,
    code: z.string().min(1).optional().describe('Its official code.'),
  })
  .describe('Who decides a block (部门).');

const dateSchema = z.iso.date();
const clockTimeSchema = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/);

export const calendarSchema = z
  .strictObject({
    kind: z.literal('calendar').describe('What the document is.'),
    ...documentShape,
    weekend: z
      .array(z.int().min(1).max(7))
      .optional()
      .describe('Days of the week without work, 1 (Monday) to 7 (Sunday).'),
    holidays: z
      .array(
        z.strictObject({
          title: textSchema.optional(),
          from: dateSchema.describe('The first day.'),
          days: z.int().min(1).max(60).describe('How many days.'),
        }),
      )
      .optional()
      .describe('Runs of days without work.'),
    workdays: z.array(dateSchema).optional().describe('Weekend days on which people work (调休上班).'),
    timezone: z
      .string()
      .min(1)
      .optional()
      .describe(
        'The time zone (IANA) in which days begin and end: Asia/Shanghai, which is also the default.',
      ),
    until: dateSchema
      .optional()
      .describe(
        'The last day for which the holidays are known. Left out: the end of the last year that is named.',
      ),
    hours: z
      .strictObject({
        open: clockTimeSchema.describe('When offices open: "09:00".'),
        close: clockTimeSchema.describe('When they close. What comes then counts as the next working day.'),
      })
      .optional()
      .describe('Office hours on a working day, where the law has them. Left out: a day ends at midnight.'),
  })
  .describe('Which days are working days, and where they are counted.');

export const catalogueSchema = z
  .strictObject({
    kind: z.literal('catalogue').describe('What the document is.'),
    ...documentShape,
    version: z
      .string()
      .regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/)
      .describe('The version (semver).'),
    locales: z
      .array(z.string().min(2))
      .min(1)
      .optional()
      .describe('The locales that every title should have.'),
    calendar: nameSchema.optional().describe('The calendar that working days are counted by.'),
    imports: z
      .array(z.string().min(1))
      .optional()
      .describe('Other catalogues: a relative folder ("./shared") or an npm package name.'),
    ignore: z
      .array(
        z
          .string()
          .regex(/^(?!\/|\.\.(?:\/|$))[^*?\\]+$/)
          .describe('A file or folder below the catalogue, such as "answers".'),
      )
      .optional()
      .describe(
        'Files and folders, from here, that are no documents of the catalogue: answers, settings of tools.',
      ),
    checks: z
      .strictObject({
        error: z
          .array(z.enum(Object.keys(codes) as [Code, ...Code[]]))
          .optional()
          .describe('Codes of findings that are errors here, whatever they are elsewhere.'),
      })
      .optional()
      .describe('How findings are judged here: a severity can be raised, never lowered.'),
  })
  .describe('What the folder of documents is as a whole; stands in catalogue.yaml.');
