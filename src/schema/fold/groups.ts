/** Keywords that are folded together with their neighbours, by the group they belong to. */
export const GROUPS = [
  'type',
  'values',
  'objects',
  'arrays',
  'contains',
  'conditional',
  'content',
  'names',
  'dependentRequired',
  'dependentSchemas',
  'format',
  'flattened',
] as const;
export type GroupName = (typeof GROUPS)[number];

const MEMBERS: Readonly<Record<GroupName, readonly string[]>> = {
  type: ['type'],
  values: ['enum', 'const'],
  objects: ['properties', 'patternProperties', 'additionalProperties'],
  arrays: ['prefixItems', 'items'],
  contains: ['contains', 'minContains', 'maxContains'],
  conditional: ['if', 'then', 'else'],
  content: ['contentEncoding', 'contentMediaType', 'contentSchema'],
  names: ['propertyNames'],
  dependentRequired: ['dependentRequired'],
  dependentSchemas: ['dependentSchemas'],
  format: ['format'],
  flattened: ['allOf'],
};

/** The group of a keyword; none for a keyword that stands alone. */
export const GROUP_OF: ReadonlyMap<string, GroupName> = new Map(
  GROUPS.flatMap((group) => MEMBERS[group].map((keyword) => [keyword, group] as const)),
);

/** Which parts take part in which group. */
export type Taking = Partial<Record<GroupName, number[]>>;
