import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A component whose code is read when it is first wanted, or earlier by `load`. Shows nothing until then.
 * @param read imports the component
 */
export function lazily<Props extends object>(read: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;
  const load = async (): Promise<void> => {
    loaded ??= await read();
  };
  function Lazy(props: Props) {
    const [, setLoaded] = useState(false);
    useLayoutEffect(() => {
      if (!loaded) void load().then(() => setLoaded(true));
    }, []);
    const Loaded = loaded;
    return Loaded ? <Loaded {...props} /> : null;
  }
  return Object.assign(Lazy, { load });
}
