import type { Order } from '../model/order';
import type { Versions } from '../model/versions';

/** Source of the ids, the time (unix ms) and the versions of a draft. */
export interface DraftDeps {
  uuid: () => string;
  now: () => number;
  versions: Versions;
}

/** The draft of `super-resolution` by the original recipe (docs/PROTOCOL.md, section 4.3). */
export function superResolutionDraft(order: Order, { uuid, now, versions }: DraftDeps) {
  const version = versions.originalDaVersion;
  const component = uuid();
  return {
    type: 'draft',
    id: uuid(),
    min_version: version,
    is_from_tsn: true,
    version,
    main_component_id: component,
    component_list: [
      {
        type: 'image_base_component',
        id: component,
        min_version: version,
        metadata: { type: '', id: uuid(), created_platform: 3, created_time_in_ms: now() },
        generate_type: 'super_resolution',
        aigc_mode: 'workbench',
        abilities: {
          type: '',
          id: uuid(),
          super_resolution: {
            type: '',
            id: uuid(),
            init_image: {
              type: 'image',
              id: uuid(),
              source_from: 'upload',
              platform_type: 1,
              image_uri: order.imageUri,
              uri: order.imageUri,
            },
            resolution_type: order.target,
            history_option: { type: '', id: uuid() },
          },
        },
      },
    ],
  };
}
