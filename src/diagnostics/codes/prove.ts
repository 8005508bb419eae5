import { defineCodes } from '../code.js';

/** Findings of the proofs over all situations of a bundle. */
export const proveCodes = defineCodes({
  'prove/dead-end': {
    severity: 'error',
    message: 'In some situation "{field}" has no value that the form takes: {keywords}.',
    zh: '在某种情形下，“{field}”没有表单可接受的值：{keywords}。',
    help: 'Let the condition and the constraint agree, or give the step that states the constraint a narrower condition.',
    helpZh: '请使条件与约束一致，或缩小提出该约束的事项的适用条件。',
    why: 'An applicant whose true answer leads into this situation is then refused for that very answer, and can never submit.',
    whyZh: '申请人如实回答就会进入该情形，随后又因同一回答被拒绝，永远无法提交。',
    wrong:
      '- { block: licence, when: { shop.area: { minimum: 50 } } }     # takes { field: shop.area, schema: { maximum: 40 } }',
    right:
      '- { block: licence, when: { shop.area: { minimum: 50 } } }     # takes { field: shop.area, schema: { maximum: 500 } }',
  },
  'prove/unserved': {
    severity: 'hint',
    message: 'Values of "{field}" that conditions tell apart are not offered by the form: {keywords}.',
    zh: '条件所区分的“{field}”的某些取值，表单并不提供：{keywords}。',
    help: 'That is right where the bundle does not serve them; else widen the constraint.',
    helpZh: '若一件事本就不涉及这些取值，则无妨；否则请放宽该约束。',
    why: 'The form offers other values in the same situation, so nobody is led into a dead end; whoever has one of these values cannot use the bundle.',
    whyZh: '同一情形下表单提供其他取值，不会有人陷入死路；而持有这些取值的人无法使用此一件事。',
    wrong:
      '- { field: shop.kind, schema: { enum: [food, books] } }     # the element knows "other" as well, and conditions test food and books',
    right: '- { field: shop.kind }',
  },
  'prove/no-alternative': {
    severity: 'error',
    message: 'In some situation none of the alternatives of "{step}" can be met: {because}.',
    zh: '在某种情形下，“{step}”的各备选材料均无法满足：{because}。',
    help: 'Add an alternative, or let one of them accept upload or commitment.',
    helpZh: '请增加备选项，或允许其中一项上传或承诺。',
    why: 'One of the alternatives is enough, but in this situation there is none, so the applicant is stopped at this step.',
    whyZh: '备选材料满足其一即可，但该情形下一个都没有，申请人会在此环节受阻。',
    wrong:
      '- anyOf: [ [ { material: a, of: owner, accept: [registry] } ], [ { material: b, of: owner, accept: [registry] } ] ]     # no registry gives them',
    right: '- anyOf: [ [ { material: a, of: owner } ], [ { material: b, of: owner } ] ]',
  },
  'prove/idle-alternative': {
    severity: 'hint',
    message: 'In no situation of this bundle can the alternative {inputs} of "{step}" be met.',
    zh: '在本件事的任何情形下，“{step}”的备选 {inputs} 都无法满足。',
    help: 'Leave it out, let its members be uploaded, or add what supplies them to the bundle.',
    helpZh: '请删去该备选项、允许上传其材料，或在一件事中加入其来源。',
    why: 'Another alternative serves, so nobody is stopped; but this one has a member that nothing in the bundle supplies, or that contradicts what else is said. That is fine where the block is written for other bundles as well.',
    whyZh:
      '另有备选可用，不会有人受阻；但此备选中有一项在一件事中没有来源，或与其他约束矛盾。若该事项也供其他一件事使用，则无妨。',
    wrong:
      '- anyOf: [ [ { material: a, of: owner, accept: [registry] } ], [ { material: b, of: owner } ] ]     # no registry gives a',
    right:
      '- anyOf: [ [ { material: a, of: owner, accept: [registry, upload] } ], [ { material: b, of: owner } ] ]',
  },
  'prove/one-of-overlap': {
    severity: 'error',
    message: 'In some situation both "{first}" and "{second}" take part, where exactly one of them should.',
    zh: '在某种情形下，“{first}”与“{second}”同时适用，而二者应择一。',
    help: 'Let their conditions exclude each other.',
    helpZh: '请使它们的条件互斥。',
    why: 'The authors said that exactly one of these takes part in every situation, and here the applicant would be led through both.',
    whyZh: '编写者要求每种情形下恰有其一适用，而此处申请人会被引向两者。',
    wrong:
      '- oneOf: [ { block: small, when: { shop.area: { maximum: 50 } } }, { block: regular, when: { shop.area: { minimum: 50 } } } ]',
    right:
      '- oneOf: [ { block: small, when: { shop.area: { maximum: 50 } } }, { block: regular, when: { shop.area: { exclusiveMinimum: 50 } } } ]',
  },
  'prove/one-of-gap': {
    severity: 'error',
    message: 'In some situation none of {uses} takes part, where exactly one of them should.',
    zh: '在某种情形下，{uses}均不适用，而应恰有其一。',
    help: 'Widen one of the conditions, or leave the condition of the last alternative out: it then holds wherever no other does.',
    helpZh: '请放宽其中一个条件，或去掉最后一项的条件：它将在其他各项均不适用时适用。',
    why: 'The authors said that exactly one of these takes part in every situation, and here the applicant would be led past all of them.',
    whyZh: '编写者要求每种情形下恰有其一适用，而此处申请人一个也走不到。',
    wrong:
      '- oneOf: [ { block: small, when: { shop.area: { maximum: 49 } } }, { block: regular, when: { shop.area: { minimum: 51 } } } ]',
    right: '- oneOf: [ { block: small, when: { shop.area: { maximum: 49 } } }, { block: regular } ]',
  },
  'prove/condition-never': {
    severity: 'error',
    message: 'The condition can never hold: {because}.',
    zh: '该条件永远不成立：{because}。',
    help: 'Change it to what the elements allow, or leave out what depends on it.',
    helpZh: '请改为数据元允许的值，或删去依赖该条件的内容。',
    why: 'No answer that the elements allow meets it, so what depends on it is as good as not written.',
    whyZh: '数据元允许的任何回答都不满足它，依赖它的内容等于没有写。',
    wrong: 'when: { shop.area: { minimum: 60, maximum: 50 } }',
    right: 'when: { shop.area: { minimum: 50, maximum: 60 } }',
  },
  'prove/branch-never': {
    severity: 'warning',
    message: 'This alternative of the condition can never hold: {because}.',
    zh: '条件的这一备选永远不成立：{because}。',
    help: 'Change it to what the elements allow, or leave it out.',
    helpZh: '请改为数据元允许的值，或删去该备选。',
    why: 'The other alternatives decide alone. Whoever wrote this one meant somebody who is not reached by it.',
    whyZh: '实际只由其余备选决定；写下该备选所针对的人并未被涵盖。',
    wrong: 'when:\n  - { shop.area: { minimum: 60 } }\n  - { shop.storeys: { minimum: 3, maximum: 2 } }',
    right: 'when:\n  - { shop.area: { minimum: 60 } }\n  - { shop.storeys: { minimum: 2, maximum: 3 } }',
  },
  'prove/condition-always': {
    severity: 'warning',
    message: 'The condition always holds: every value that {fields} may have meets it.',
    zh: '该条件恒成立：{fields}的任何取值都满足它。',
    help: 'Leave the condition out, or narrow it to what it is meant to tell apart.',
    helpZh: '请删去该条件，或改为能够区分情形的条件。',
    why: 'It reads as if it decided something, and does not; often a boundary has been mistyped.',
    whyZh: '看似有所区分，其实没有；往往是边界值写错了。',
    wrong: 'when: { shop.area: { minimum: 0 } }          # the element has minimum: 0',
    right: 'when: { shop.area: { exclusiveMinimum: 0 } }',
  },
  'prove/condition-idle': {
    severity: 'hint',
    message:
      'The condition has no effect: "{field}" is asked wherever "{step}" is taken, as it decides {decides}.',
    zh: '该条件不起作用：只要办理“{step}”就会询问“{field}”，因为它决定{decides}。',
    help: 'Repeat the condition where this field is tested, so that it is tested only where it is asked; or leave it out here.',
    helpZh: '请在涉及该字段的条件中重复此条件，使其仅在询问时才涉及；或删去此处的条件。',
    why: 'A field that decides something has to be known wherever that is open. So it is asked of people whom its own condition was meant to spare.',
    whyZh: '决定其他内容的字段，凡该内容未定之处都必须知道。因此本想免问的人也会被问到。',
    wrong:
      '- { field: p.absent, when: { p.relation: { const: other } } }\n- { field: p.address, when: { p.absent: { not: { const: true } } } }',
    right:
      '- { field: p.absent, when: { p.relation: { const: other } } }\n- { field: p.address, when: [ { p.relation: { const: mother } }, { p.absent: { const: false } } ] }',
  },
  'prove/unreachable-use': {
    severity: 'error',
    message: '"{use}" takes part in no situation: {because}.',
    zh: '“{use}”在任何情形下都不适用：{because}。',
    help: 'Change one of the conditions, or leave the use out.',
    helpZh: '请修改其中一个条件，或删去该引用。',
    why: 'The condition can hold, but never together with those around it, so no applicant ever comes to this step.',
    whyZh: '该条件本身可以成立，但从不与外层条件同时成立，没有申请人会走到此环节。',
    wrong:
      '- { bundle: for-adults, when: { person.age: { minimum: 18 } } }     # uses { block: b, when: { person.age: { maximum: 17 } } }',
    right:
      '- { bundle: for-adults, when: { person.age: { minimum: 18 } } }     # uses { block: b, when: { person.age: { minimum: 60 } } }',
  },
  'prove/unreachable-input': {
    severity: 'hint',
    message: '"{step}" never takes "{input}" in this bundle: {because}.',
    zh: '在本件事中“{step}”从不需要“{input}”：{because}。',
    why: 'The condition of the use and that of the input exclude each other. That is fine where the block is written for other bundles as well.',
    whyZh: '引用的条件与输入的条件互相排斥。若该事项也供其他一件事使用，则无妨。',
    wrong:
      '- { block: b, when: { person.age: { maximum: 17 } } }     # takes { field: person.employer, when: { person.age: { minimum: 18 } } }',
    right:
      '- { block: b }                                            # takes { field: person.employer, when: { person.age: { minimum: 18 } } }',
  },
  'prove/unreachable-condition': {
    severity: 'hint',
    message: 'The condition on {what} of "{step}" never holds in this bundle: {because}.',
    zh: '在本件事中，“{step}”对{what}的条件从不成立：{because}。',
    why: 'What the block yields, whom it waits for or when it pauses is bound to a condition that the condition of its use excludes. That is fine where the block is written for other bundles as well.',
    whyZh:
      '事项的产出、等待对象或不计时的时段所附的条件，被引用的条件所排除。若该事项也供其他一件事使用，则无妨。',
    wrong:
      '- { block: b, when: { person.age: { maximum: 17 } } }     # yields { field: person.employer, when: { person.age: { minimum: 18 } } }',
    right:
      '- { block: b }                                            # yields { field: person.employer, when: { person.age: { minimum: 18 } } }',
  },
  'prove/unreachable-alternative': {
    severity: 'error',
    message: 'The alternative "{use}" takes part in no situation: {because}.',
    zh: '备选“{use}”在任何情形下都不适用：{because}。',
    help: 'Narrow the conditions of the others, or leave this one out.',
    helpZh: '请缩小其他各项的条件，或删去该项。',
    why: 'An alternative without a condition holds where no other does, and the others leave no such situation.',
    whyZh: '没有条件的备选在其他备选均不成立时适用，而其他备选没有留下这样的情形。',
    wrong:
      '- oneOf: [ { block: a, when: { p.age: { maximum: 17 } } }, { block: b, when: { p.age: { minimum: 18 } } }, { block: c } ]',
    right: '- oneOf: [ { block: a, when: { p.age: { maximum: 17 } } }, { block: b } ]',
  },
  'prove/deadlock': {
    severity: 'error',
    message: 'Questions wait for each other: {chain}.',
    zh: '问题互相等待：{chain}。',
    help: 'Ask one of them whatever the others say: take it without a condition on them.',
    helpZh: '请使其中一个问题不依赖其他问题的答案。',
    why: 'Each of these is to be asked only if another one has been answered in a certain way, so that none of them would ever be asked.',
    whyZh: '每个问题都要等另一个问题有了特定回答才询问，结果一个也不会被询问。',
    wrong:
      '- { field: person.spouse, when: { person.married: { const: true } } }\n- { field: person.married, when: { person.spouse: { minLength: 1 } } }',
    right:
      '- { field: person.spouse, when: { person.married: { const: true } } }\n- { field: person.married }',
  },
  'prove/late-unproduced': {
    severity: 'warning',
    message:
      'The condition tests "{field}", which "{block}" decides, and nothing in the bundle yields it: the applicant is asked.',
    zh: '条件涉及“{field}”，它由“{block}”认定，而一件事中没有任何来源：将询问申请人。',
    help: 'Add { block: {block} } to the uses, add a registry that gives the field, or let a block take it as an input.',
    helpZh: '请在 uses 中加入 { block: {block} }，或加入能提供该字段的数据源，或由事项将其作为输入。',
    why: 'What an authority decides the applicant does not know, or may not say for certain; a condition on it should wait for the decision.',
    whyZh: '部门作出的决定，申请人并不知道，或不能断定；依赖它的条件应等待该决定。',
    wrong:
      'uses: [ { block: subsidy, when: { person.grade: { enum: [1, 2] } } } ]                            # assessment yields person.grade',
    right: 'uses: [ { block: assessment }, { block: subsidy, when: { person.grade: { enum: [1, 2] } } } ]',
  },
  'prove/target-above-statutory': {
    severity: 'warning',
    message:
      'The bundle promises {target} working days, longer than the {days} that the law leaves its longest chain: {chain}.',
    zh: '一件事承诺{target}个工作日，长于其最长链条的法定时限{days}个工作日：{chain}。',
    help: 'Lower the target.',
    helpZh: '请缩短承诺时限。',
    why: 'The authorities are bound to be ready earlier than the bundle promises, one after the other and all together.',
    whyZh: '各部门依次并合计的法定时限，早于一件事所承诺的时限。',
    wrong: 'target: { within: 60wd }       # one block, statutory: 20wd',
    right: 'target: { within: 15wd }',
  },
  'prove/undecided': {
    severity: 'warning',
    message: 'It is not known whether {what}: {because}.',
    zh: '无法确定：{what}（{because}）。',
    help: 'Split the condition, or use tests that can be decided: const, enum, minimum, maximum.',
    helpZh: '请拆分条件，或使用可判定的约束：const、enum、minimum、maximum。',
    why: 'The proof ended without a result. What is not proven is never called fine.',
    whyZh: '证明未得出结论。没有证明的，不会说成没有问题。',
    wrong: 'when: { person.note: { not: { pattern: "(?=a)b" } } }',
    right: 'when: { person.kind: { const: other } }',
  },
  'prove/situations-open': {
    severity: 'hint',
    message:
      'How many situations the conditions on "{field}" and on what hangs together with it tell apart is not known: at least {count}; {because}.',
    zh: '“{field}”及与其相关的条件区分多少种情形无法确知：至少 {count} 种；{because}。',
    help: 'All other proofs are made: none of them rests on this number. Conditions that share fewer fields make it known.',
    helpZh: '其他证明均已完成，均不依赖该数目。减少条件共用的字段即可得出确切数目。',
    why: 'Situations are counted up to a fixed amount of work, so that a catalogue is checked in bounded time and memory. A number that is not known is never said to be exact.',
    whyZh: '情形的计数以固定的工作量为限，使目录能在有限的时间和内存内检查完毕。未知的数目不会说成确切。',
    wrong: '# a hundred inputs, each with a condition on several of the others',
    right: '# conditions that rest on a few fields each: independent groups are counted apart',
  },
});
