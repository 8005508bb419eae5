import { z } from 'zod';
import { caseStatuses, openStatuses, settledStatuses } from '../plan/statuses.js';
import { jsonObjectSchema, jsonValueSchema } from './condition.js';
import { messageSchema, messageShape } from './message.js';
import { unmetSchema } from './unmet.js';

const instant = z
  .string()
  .meta({ id: 'instant', description: 'A moment with its offset, as in "2026-09-30T09:00:00.000+08:00".' });

const status = z
  .enum([...openStatuses, ...settledStatuses])
  .describe('Where the step stands. From "approved" on it is settled, and never unsettled again.');

const count = z.int().min(0);

const need = z.strictObject({
  input: z.string().describe("The block's own name of the input."),
  of: z.string().describe("The field or material in terms of the bundle's roles."),
  at: z.string().describe('JSON Pointer into the data of the case.'),
  given: z.boolean().describe('It has been supplied.'),
});

const clock = z.strictObject({
  from: instant.describe('When the authority received the step.'),
  start: instant.describe('The moment from which the limit that is left counts.'),
  limit: z
    .strictObject({
      count: z.number().describe('How many of the unit are left.'),
      unit: z.enum(['d', 'wd', 'h', 'mo']).describe('Days, working days, hours or months.'),
    })
    .describe('The limit that is left.'),
  due: instant.optional().describe('The first moment at which the limit is passed. Absent while stopped.'),
  near: instant.optional().describe('The first moment at which the limit is near. Absent while stopped.'),
  pauses: count.describe('How often the authority has stopped the clock.'),
  stops: z.array(z.string()).optional().describe('What each of these pauses is known by.'),
  paused: z
    .strictObject({
      reason: z.string().optional().describe('Why it was stopped.'),
      since: instant.describe('When it was stopped.'),
    })
    .optional()
    .describe('Present while the authority has stopped the clock.'),
  warned: z.literal(true).optional().describe('The limit came near.'),
  breached: z.literal(true).optional().describe('The limit was passed.'),
});

const compensation = z.strictObject({
  status: z.enum(['due', 'executing', 'retrying', 'done', 'failed']).describe('Where the undoing stands.'),
  attempt: count.describe('Counts the attempts at undoing.'),
  retryAt: instant.optional().describe('When it is tried again.'),
  because: messageSchema.optional().describe('Why the last attempt failed.'),
});

const step = z.strictObject({
  step: z.string().describe('Id of the step in the plan.'),
  item: z.string().optional().describe("The item's key, of a step that is done for each item of a role."),
  index: count.optional().describe('The position of the item.'),
  status,
  round: count.describe('Counts the submissions: 0 before the first, one more after each return.'),
  attempt: count.describe('Counts the attempts at handing the round over.'),
  since: instant.describe('When the status last changed.'),
  submittedAt: instant.optional().describe('When the first attempt of the first round began.'),
  submission: z.int().min(1).optional().describe("Which of the case's submissions it was."),
  retryAt: instant.optional().describe('When the next attempt comes.'),
  input: jsonObjectSchema.optional().describe('What the step is given, the same for every attempt.'),
  clock: clock.optional().describe('The running limit of the authority that has the step.'),
  needs: z.array(need).optional().describe('What the applicant has to supply before the step goes on.'),
  returns: count.optional().describe('How often the step has been returned.'),
  supplied: z.array(z.string()).optional().describe('Places that were supplied for earlier returns.'),
  returnedBy: z.enum(['authority', 'plan']).optional().describe('Who wants something supplied.'),
  dropped: z
    .array(z.string())
    .optional()
    .describe('Of a look-up: what it answered and nobody takes, by name. It is not kept.'),
  because: messageSchema.optional().describe('Why it stands where it stands.'),
  compensation: compensation.optional().describe('Undoing the step after the case was called off.'),
});

const valueSource = {
  from: z
    .enum(['sign-in', 'host', 'applicant', 'registry', 'derivation', 'step'])
    .describe('Who says it: host are the facts of the plan, step is a matter that an authority has decided.'),
  step: z
    .string()
    .optional()
    .describe('The step of the plan that yielded it, or that the applicant gave it to.'),
  since: instant.describe('Since when it is said.'),
  instead: z
    .string()
    .optional()
    .describe('The applicant was asked because this step of the plan could not say it.'),
};

const claim = {
  field: z.string().describe('The field or material that is wrong, by its key or its place.'),
  claim: jsonValueSchema.describe('What is right, as the applicant says.'),
  reason: z.string().describe('Why.'),
};

const disputes = z.array(z.strictObject(claim)).optional().describe('What the applicant says is wrong.');

const openItem = z.strictObject({
  step: z.string().describe('The step that was begun without the material.'),
  input: z.string().describe("The block's own name of the material."),
  of: z.string().describe("The material in terms of the bundle's roles."),
  at: z.string().describe('JSON Pointer into the data of the case.'),
  until: z.string().optional().describe('The step that does not begin without it.'),
  due: instant.optional().describe('The first moment at which it is late.'),
  overdue: z.literal(true).optional().describe('It is late.'),
});

const decision = z.enum(['given', 'refused', 'withdrawn']);

const caseDraft = z.strictObject({
  openedAt: instant.describe('When it was opened.'),
  known: jsonObjectSchema.describe('What signing in told.'),
  answers: jsonObjectSchema.describe('The answers so far, as they were saved.'),
  keepMs: z.number().optional().describe('How long it is kept after the applicant last did something.'),
  expiresAt: instant.optional().describe('Until when it is kept.'),
  refusal: z
    .strictObject({
      changed: z.array(z.string()).optional().describe('Places of what has changed since it was shown.'),
      unmet: z.array(unmetSchema).optional().describe('Demands of the bundle that are not met.'),
    })
    .optional()
    .describe('Why it was not taken when it was handed in last.'),
  submitted: z
    .strictObject({
      disputes,
      derived: jsonObjectSchema.optional().describe('What derivations of the host have come to, by place.'),
      again: z.array(z.string()).describe('The steps of the case that are done again.'),
      shown: jsonObjectSchema.describe('What the applicant was shown, by place.'),
    })
    .optional()
    .describe('It is handed in, and what is too old is being looked up again.'),
});

/** The state of a running case; `CaseState` of the runtime is proven to be the same. */
export const caseStateSchema = z
  .strictObject({
    formatVersion: z.literal(2).describe('Version of this format.'),
    plan: z.string().describe('Hash of the plan that the case is pinned to.'),
    status: z.enum(caseStatuses).describe('Where the case stands; done, cancelled and stopped are its end.'),
    startedAt: instant.optional().describe('When the applicant handed the form in.'),
    endedAt: instant.optional().describe('When the last step was settled.'),
    reference: z.string().optional().describe('By what the host finds the cases of the applicant again.'),
    draft: caseDraft.optional().describe('The case before it is handed in.'),
    consents: z
      .record(
        z.string(),
        z.strictObject({
          decision: decision.describe('The last word.'),
          since: instant.describe('Since when.'),
        }),
      )
      .optional()
      .describe('What roles have said to look-ups that need their consent, by role or by item.'),
    roundsBefore: count
      .optional()
      .describe('How often a look-up had been made before the case began anew: its rounds go on from there.'),
    retry: z
      .strictObject({
        attempts: z.number().describe('After so many attempts a block stalls.'),
        registryAttempts: z.number().describe('After so many attempts the fields of a registry are asked.'),
        firstMs: z.number().describe('Milliseconds to wait after the first attempt.'),
        factor: z.number().describe('By which the wait grows.'),
        mostMs: z.number().describe('Milliseconds to wait at most.'),
      })
      .describe('How failed attempts are repeated.'),
    data: jsonObjectSchema.describe('What the case knows, shaped like the form: role, element.'),
    sources: z
      .record(
        z.string(),
        z.strictObject({
          ...valueSource,
          others: z
            .array(z.strictObject({ ...valueSource, value: jsonValueSchema.describe('What it says.') }))
            .optional()
            .describe('Who else says something of the place, the one that counts most first.'),
        }),
      )
      .describe('Who says each element, material, choice and item of the data, by place.'),
    steps: z.record(z.string(), step).describe('By step key: the id, or "id[item]".'),
    open: z.array(openItem).describe('Materials that may follow and have not come yet.'),
    disputes: z
      .array(
        z.strictObject({
          ...claim,
          at: z.string().describe('JSON Pointer into the data of the case.'),
          since: instant.describe('Since when the applicant says so.'),
        }),
      )
      .optional()
      .describe('What the applicant says is wrong; it stands beside the values and replaces none.'),
    submissions: count.describe('How many steps have been submitted.'),
    calledOff: z
      .strictObject({
        by: z.enum(['applicant', 'rejection', 'eligibility']).describe('Who ended it, or what.'),
        because: messageSchema.optional().describe('Why.'),
      })
      .optional()
      .describe('The case was ended before its time.'),
    unmet: z
      .array(unmetSchema)
      .optional()
      .describe('The demands of the bundle that are not met, where the case is refused or stopped for them.'),
  })
  .describe('Where a running case stands: the state of the machine.');

const issue = z.strictObject({
  at: z.string().describe('JSON Pointer into what was given.'),
  keyword: z.string().describe('The keyword of JSON Schema that is not met.'),
  ...messageShape,
  missing: z.string().optional().describe('The property that is missing, where the keyword is required.'),
});

const stepKey = z.string().describe('The step key: the id, or "id[item]".');
const round = count.describe('The submission that the event is about.');
const attempt = count.describe('The attempt that the event is about.');
const reason = z.string().optional().describe('Why, in words.');
const reasons = z
  .union([z.string(), z.record(z.string(), z.string())])
  .optional()
  .describe('Why, in words, or the same by locale.');

const answer = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('approved').describe('Decided in favour.'),
    output: jsonObjectSchema.describe("What the step yields, by the block's own names."),
    dropped: z
      .array(z.string())
      .optional()
      .describe('Names of what a registry answered besides, which nobody takes.'),
  }),
  z.strictObject({ status: z.literal('rejected').describe('Refused.'), reason: reasons }),
  z.strictObject({
    status: z.literal('returned').describe('Returned for supplements.'),
    needs: z.array(z.string()).describe("The block's own names of the inputs that it wants anew."),
    reason: reasons,
  }),
  z.strictObject({ status: z.literal('withdrawn').describe('Given back undecided.'), reason: reasons }),
]);

const event = <T extends string, S extends z.ZodRawShape>(type: T, says: string, shape: S) =>
  z.strictObject({
    type: z.literal(type).describe(says),
    at: instant.describe('When it happened.'),
    ...shape,
  });

/** What can happen to a case; `CaseEvent` of the runtime is proven to be the same. */
export const caseEventSchema = z
  .discriminatedUnion('type', [
    event('started', 'The applicant hands the form in.', {
      known: jsonObjectSchema.optional().describe('What signing in told, shaped like the form.'),
      answers: jsonObjectSchema.describe('The answers to the form.'),
      disputes,
      derived: jsonObjectSchema.optional().describe('What derivations of the host have come to, by place.'),
      consents: z
        .array(z.string())
        .optional()
        .describe('Roles that consent to look-ups, and items of roles, as in "child[anna]".'),
      reference: z.string().optional().describe('By what the host finds the cases of the applicant again.'),
      retry: caseStateSchema.shape.retry.partial().optional().describe('How failed attempts are repeated.'),
    }),
    event('opened', 'A draft is opened.', {
      known: jsonObjectSchema.optional().describe('What signing in told, shaped like the form.'),
      answers: jsonObjectSchema.optional().describe('Answers to begin with.'),
      reference: z.string().optional().describe('By what the host finds the cases of the applicant again.'),
      keepMs: z.number().optional().describe('How long it is kept after the applicant last did something.'),
      retry: caseStateSchema.shape.retry.partial().optional().describe('How failed attempts are repeated.'),
    }),
    event('saved', 'The answers so far are kept in the draft.', {
      answers: jsonObjectSchema.describe('The answers so far.'),
    }),
    event('consented', 'A role says whether look-ups that need its consent may be made.', {
      role: z.string().describe('The role.'),
      item: z.string().optional().describe('The key of the item of a repeated role.'),
      decision: decision.describe('What it says.'),
    }),
    event('submitted', 'The applicant hands the draft in.', {
      answers: jsonObjectSchema.optional().describe('The answers. Left out: those that were saved.'),
      known: jsonObjectSchema.optional().describe('What signing in tells now.'),
      derived: jsonObjectSchema.optional().describe('What derivations of the host have come to, by place.'),
      disputes,
    }),
    event('attempted', 'An attempt to hand a step over begins.', { step: stepKey, round, attempt }),
    event('failed', 'The attempt failed.', {
      step: stepKey,
      round,
      attempt,
      error: messageSchema.describe('What went wrong.'),
      issues: z
        .array(issue)
        .optional()
        .describe('Where the output was refused: the place ("at"), the keyword and its message.'),
      final: z.boolean().optional().describe('There is no sense in another attempt.'),
    }),
    event('accepted', 'The authority has received it and answers later.', { step: stepKey, round }),
    event('answered', 'The authority has answered.', {
      step: stepKey,
      round,
      answer: answer.describe('What it says.'),
    }),
    event('filled', 'The applicant fills in a later form.', {
      step: stepKey,
      answers: jsonObjectSchema.describe('The answers to that form.'),
      disputes,
    }),
    event('supplemented', 'The applicant supplies what a returned step needs.', {
      step: stepKey,
      round,
      returned: count.optional().describe('The return that it answers, counting from 1.'),
      values: jsonObjectSchema.describe('By place, as the needs of the step list it.'),
      disputes,
    }),
    event('delivered', 'A material that was allowed to follow arrives.', {
      step: stepKey,
      place: z.string().describe('JSON Pointer into the data of the case.'),
      value: jsonValueSchema.describe('The material.'),
    }),
    event('paused', 'The authority stops the clock.', {
      step: stepKey,
      pause: count.describe('The number of this pause, counting from 1.'),
      id: z.string().optional().describe('What the authority knows the pause by; left out, its reason.'),
      reason,
    }),
    event('resumed', 'The authority lets the clock go on.', {
      step: stepKey,
      pause: count.describe('The pause that ends.'),
    }),
    event('withdrawn', 'The applicant gives one matter up.', { step: stepKey, reason }),
    event('retried', 'The operator has a stalled step tried again.', { step: stepKey, round, attempt }),
    event('cancelled', 'The applicant calls the whole case off.', { reason }),
    event('undoing', 'An attempt to undo a step begins.', { step: stepKey, attempt }),
    event('undone', 'An attempt to undo a step is over.', {
      step: stepKey,
      attempt,
      error: messageSchema.optional().describe('What went wrong, where it failed.'),
    }),
    event('reached', 'The clock shows this time.', {}),
  ])
  .describe('Something that happens to a running case.');
