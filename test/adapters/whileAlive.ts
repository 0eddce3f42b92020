/** What a process that was killed would still have done, it does not do: nothing that it asks for ever comes. */
export const whileAlive = <P extends object>(port: P, life: { readonly over: boolean }): P =>
  new Proxy(port, {
    get: (target, name, self) => {
      const found: unknown = Reflect.get(target, name, self);
      if (typeof found !== 'function') return found;
      return (...given: readonly unknown[]): unknown =>
        life.over ? new Promise(() => undefined) : Reflect.apply(found, target, given);
    },
  });
