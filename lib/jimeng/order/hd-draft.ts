import type { Order } from '../model/order';
import type { DraftDeps } from './super-resolution-draft';

/** Name and number of each HD tool on the wire (docs/PROTOCOL.md, section 4.2). */
const HD = {
  'smart-hd': { name: 'pro_hd', number: 35 },
  'fast-hd': { name: 'normal_hd', number: 13 },
} as const;
export type HdTool = keyof typeof HD;

/** Default of both strengths on the site's own page. */
const DEFAULT_STRENGTH = 0.65;

/** The draft of `smart-hd` or `fast-hd` for an uploaded image (docs/PROTOCOL.md, section 4.4). */
export function hdDraft(tool: HdTool, order: Order, { uuid, now, versions }: DraftDeps) {
  const { name, number } = HD[tool];
  const component = uuid();
  const options =
    tool === 'smart-hd'
      ? {
          resolution_type: order.target,
          hd_scene_type: 'auto',
          original_image_strength: DEFAULT_STRENGTH,
          detail_strength: order.detail ?? DEFAULT_STRENGTH,
        }
      : {};
  return {
    type: 'draft',
    id: uuid(),
    min_version: versions.draftMinVersion,
    min_features: [],
    is_from_tsn: true,
    version: versions.daVersion,
    main_component_id: component,
    component_list: [
      {
        type: 'image_base_component',
        id: component,
        min_version: versions.componentMinVersion,
        aigc_mode: 'workbench',
        gen_type: number,
        metadata: {
          type: '',
          id: uuid(),
          created_platform: 3,
          created_platform_version: '',
          created_time_in_ms: String(now()),
          created_did: '',
        },
        generate_type: name,
        abilities: {
          type: '',
          id: uuid(),
          [name]: {
            type: '',
            id: uuid(),
            ...options,
            postedit_param: {
              type: '',
              id: uuid(),
              generate_type: number,
              origin_image: {
                type: 'image',
                id: uuid(),
                source_from: 'upload',
                platform_type: 1,
                name: '',
                image_uri: order.imageUri,
                width: 0,
                height: 0,
                format: '',
                title: '',
                uri: order.imageUri,
              },
            },
          },
          // Without a count some tools make, and charge for, four pictures.
          gen_option: { type: '', id: uuid(), gen_count: 1, generate_all: false },
        },
      },
    ],
  };
}
