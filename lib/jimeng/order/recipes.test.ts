import { expect, it } from 'vitest';
import type { Order } from '../model/order';
import { JIMENG_CN } from '../model/sites';
import { VERSION_FIELDS, type Versions, versionsOf } from '../model/versions';
import { recipeFor } from './recipes';

const NOW = 1_789_000_000_123;
const ORDER: Omit<Order, 'tool'> = {
  submitId: '11111111-1111-4111-8111-111111111111',
  target: '2k',
  imageUri: 'tos-cn-i-tb4s082cfz/abc',
};

function made(
  order: Order,
  {
    versions = versionsOf('jimeng'),
    workspaceId,
  }: { versions?: Versions; workspaceId?: string } = {},
) {
  let ids = 0;
  const uuid = () => {
    ids += 1;
    return `id-${ids}`;
  };
  const deps = { uuid, now: () => NOW, versions, workspaceId };
  const { dialect, body: text } = recipeFor(order, JIMENG_CN, deps);
  const body = JSON.parse(text);
  return { dialect, text, body, draft: JSON.parse(body.draft_content) };
}

/** Compares the order of keys, too. */
function expectExactly(actual: unknown, expected: unknown) {
  expect(JSON.stringify(actual, null, 1)).toBe(JSON.stringify(expected, null, 1));
}

it('writes the original super-resolution recipe, key by key', () => {
  const { dialect, body, draft } = made({ ...ORDER, tool: 'super-resolution', detail: 0.9 });
  expect(dialect).toBe('original');
  expectExactly(body, {
    extend: {},
    submit_id: ORDER.submitId,
    draft_content: body.draft_content,
    http_common_info: { aid: 513695 },
  });
  expectExactly(draft, {
    type: 'draft',
    id: 'id-2',
    min_version: '3.2.2',
    is_from_tsn: true,
    version: '3.2.2',
    main_component_id: 'id-1',
    component_list: [
      {
        type: 'image_base_component',
        id: 'id-1',
        min_version: '3.2.2',
        metadata: { type: '', id: 'id-3', created_platform: 3, created_time_in_ms: NOW },
        generate_type: 'super_resolution',
        aigc_mode: 'workbench',
        abilities: {
          type: '',
          id: 'id-4',
          super_resolution: {
            type: '',
            id: 'id-5',
            init_image: {
              type: 'image',
              id: 'id-6',
              source_from: 'upload',
              platform_type: 1,
              image_uri: 'tos-cn-i-tb4s082cfz/abc',
              uri: 'tos-cn-i-tb4s082cfz/abc',
            },
            resolution_type: '2k',
            history_option: { type: '', id: 'id-7' },
          },
        },
      },
    ],
  });
});

const METRICS = {
  promptSource: 'custom',
  generateCount: 1,
  generateId: ORDER.submitId,
  templateId: '0',
  enterFrom: 'click',
  isRegenerate: false,
  isBoxSelect: false,
  isCutout: false,
};
const SCENES = {
  sceneOptions:
    '[{"type":"image","scene":"ImageProHD","proHDResolutionType":"4k","reportParams":{"enterSource":"generate","extraVipFunctionKey":""}}]',
};

it.each([
  {
    tool: 'smart-hd' as const,
    scenes: SCENES,
    name: 'pro_hd',
    number: 35,
    options: {
      resolution_type: '4k',
      hd_scene_type: 'auto',
      original_image_strength: 0.65,
      detail_strength: 0.3,
    },
  },
  { tool: 'fast-hd' as const, scenes: {}, name: 'normal_hd', number: 13, options: {} },
])('writes the draft of $tool', ({ tool, scenes, name, number, options }) => {
  const { dialect, body, draft } = made({ ...ORDER, tool, target: '4k', detail: 0.3 });
  expect(dialect).toBe('current');
  expectExactly(body, {
    extend: { root_model: 'high_aes_general_v50' },
    submit_id: ORDER.submitId,
    metrics_extra: JSON.stringify({ ...METRICS, ...scenes }),
    draft_content: body.draft_content,
    http_common_info: { aid: 513695 },
  });
  expectExactly(draft, {
    type: 'draft',
    id: 'id-2',
    min_version: '3.2.9',
    min_features: [],
    is_from_tsn: true,
    version: '3.3.28',
    main_component_id: 'id-1',
    component_list: [
      {
        type: 'image_base_component',
        id: 'id-1',
        min_version: '3.0.2',
        aigc_mode: 'workbench',
        gen_type: number,
        metadata: {
          type: '',
          id: 'id-3',
          created_platform: 3,
          created_platform_version: '',
          created_time_in_ms: String(NOW),
          created_did: '',
        },
        generate_type: name,
        abilities: {
          type: '',
          id: 'id-4',
          [name]: {
            type: '',
            id: 'id-5',
            ...options,
            postedit_param: {
              type: '',
              id: 'id-6',
              generate_type: number,
              origin_image: {
                type: 'image',
                id: 'id-7',
                source_from: 'upload',
                platform_type: 1,
                name: '',
                image_uri: 'tos-cn-i-tb4s082cfz/abc',
                width: 0,
                height: 0,
                format: '',
                title: '',
                uri: 'tos-cn-i-tb4s082cfz/abc',
              },
            },
          },
          gen_option: { type: '', id: 'id-8', gen_count: 1, generate_all: false },
        },
      },
    ],
  });
});

it('sends the default detail of the page when none is chosen', () => {
  const { draft } = made({ ...ORDER, tool: 'smart-hd' });
  expect(draft.component_list[0].abilities.pro_hd.detail_strength).toBe(0.65);
});

it('writes the number of the workspace with all its digits, outside the draft only', () => {
  const workspaceId = '8412345678901234567';
  const imageUri = `tos-cn-i-tb4s082cfz/"workspace_id":"${workspaceId}"`;
  const { text, draft } = made({ ...ORDER, imageUri, tool: 'fast-hd' }, { workspaceId });
  const extend = `{"root_model":"high_aes_general_v50","workspace_id":${workspaceId}}`;
  expect(text.startsWith(`{"extend":${extend},`)).toBe(true);
  const { postedit_param } = draft.component_list[0].abilities.normal_hd;
  expect(postedit_param.origin_image.uri).toBe(imageUri);
  const original = made({ ...ORDER, tool: 'super-resolution' }, { workspaceId });
  expect(original.body.extend).toEqual({});
});

it('takes every version from the given ones', () => {
  const versions = Object.fromEntries(
    VERSION_FIELDS.map((field) => [field, `of ${field}`]),
  ) as unknown as Versions;
  const { body, draft } = made({ ...ORDER, tool: 'fast-hd' }, { versions });
  expect(body.extend.root_model).toBe('of rootModel');
  expect(draft).toMatchObject({ min_version: 'of draftMinVersion', version: 'of daVersion' });
  expect(draft.component_list[0].min_version).toBe('of componentMinVersion');
  const original = made({ ...ORDER, tool: 'super-resolution' }, { versions });
  expect(original.draft).toMatchObject({
    min_version: 'of originalDaVersion',
    version: 'of originalDaVersion',
    component_list: [{ min_version: 'of originalDaVersion' }],
  });
});
