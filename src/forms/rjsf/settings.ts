/**
 * What RJSF has to be told so that it answers nothing for the applicant: left to itself, a required yes/no becomes "no"
 * and a choice its first code before anybody has touched it.
 */
export const rjsfSettings = {
  experimental_defaultFormStateBehavior: {
    requiredBooleanDefault: 'skip',
    constAsDefaults: 'never',
    emptyObjectFields: 'skipDefaults',
    arrayMinItems: { populate: 'never' },
  },
  noHtml5Validate: true,
  omitExtraData: false,
} as const;
