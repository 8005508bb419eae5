interface Resolvers<T> {
  promise: Promise<T>;
  resolve: (value: T | PromiseLike<T>) => void;
  reject: (reason?: unknown) => void;
}

/**
 * The SDK calls `Promise.withResolvers` (ECMAScript 2024, section 27.2.4.9), which Node 20 lacks: provided where it is
 * missing, and left alone where it is not.
 */
export function provideWithResolvers(): void {
  const constructor = Promise as unknown as { withResolvers?: <T>() => Resolvers<T> };
  constructor.withResolvers ??= function withResolvers<T>(): Resolvers<T> {
    let resolve!: Resolvers<T>['resolve'];
    let reject!: Resolvers<T>['reject'];
    const promise = new Promise<T>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    return { promise, resolve, reject };
  };
}
