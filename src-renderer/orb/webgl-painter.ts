/** Paints the core with three.js: one geometry of strokes, drawn in one call. Loaded when the page has time for it. */
import {
  CustomBlending,
  DoubleSide,
  DynamicDrawUsage,
  Float32BufferAttribute,
  GLSL3,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  MaxEquation,
  Mesh,
  OneFactor,
  OrthographicCamera,
  RawShaderMaterial,
  Scene,
  WebGLRenderer,
} from 'three';
import { noLines, type Painter, perLine } from './picture.ts';
import { halfSize, strokeCount } from './strokes.ts';

/** Each stroke is a box around its line; what of the box is line, the fragment shader says, edges smoothed by distance. */
const vertexShader = /* glsl */ `
precision highp float;
uniform float unit;
uniform float ratio;
in vec2 corner;
in vec4 ends;
in float width;
in vec4 tint;
out vec2 place;
out float reach;
out float halfWidth;
out vec4 colour;
void main() {
  vec2 a = ends.xy * unit;
  vec2 b = ends.zw * unit;
  vec2 along = b - a;
  reach = length(along);
  along = reach > 0.001 ? along / reach : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  halfWidth = width * ratio * 0.5;
  float margin = halfWidth + 1.0;
  place = vec2(corner.x < 0.0 ? -margin : reach + margin, corner.y * margin);
  vec2 point = a + along * place.x + across * place.y;
  colour = tint;
  gl_Position = tint.a < 0.004 ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(point.x, -point.y, 0.0, unit * ${halfSize}.0);
}`;

const fragmentShader = /* glsl */ `
precision highp float;
in vec2 place;
in float reach;
in float halfWidth;
in vec4 colour;
out vec4 shown;
void main() {
  float beyond = max(max(-place.x, place.x - reach), 0.0);
  float cover = clamp(halfWidth + 0.5 - length(vec2(beyond, place.y)), 0.0, 1.0) * colour.a;
  shown = vec4(colour.rgb * cover, cover);
}`;

/** Throws where the context cannot be used. */
export function createWebglPainter(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): Painter {
  const renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: false, depth: false });
  const buffer = new InstancedInterleavedBuffer(noLines(), perLine);
  buffer.setUsage(DynamicDrawUsage);
  const geometry = strokeGeometry(buffer);
  const uniforms = { unit: { value: 1 }, ratio: { value: 1 } };
  const material = new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms,
    // With y downwards the boxes lie on their backs.
    side: DoubleSide,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    // The greater of two: strokes that meet do not get brighter where they overlap.
    blending: CustomBlending,
    blendEquation: MaxEquation,
    blendSrc: OneFactor,
    blendDst: OneFactor,
    premultipliedAlpha: true,
  });
  const strokes = new Mesh(geometry, material);
  strokes.frustumCulled = false;
  const scene = new Scene();
  scene.add(strokes);
  const camera = new OrthographicCamera();
  let [shownSizePx, shownRatio] = [0, 0];

  return {
    paint(lines, sizePx, ratio) {
      if (sizePx !== shownSizePx || ratio !== shownRatio) {
        [shownSizePx, shownRatio] = [sizePx, ratio];
        renderer.setPixelRatio(ratio);
        renderer.setSize(sizePx, sizePx, false);
        uniforms.unit.value = (sizePx * ratio) / (2 * halfSize);
        uniforms.ratio.value = ratio;
      }
      buffer.set(lines, 0);
      buffer.needsUpdate = true;
      renderer.render(scene, camera);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}

function strokeGeometry(buffer: InstancedInterleavedBuffer): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.instanceCount = strokeCount;
  const corners = [-1, -1, 1, -1, -1, 1, 1, 1];
  geometry.setAttribute('corner', new Float32BufferAttribute(corners, 2));
  geometry.setIndex([0, 1, 2, 2, 1, 3]);
  geometry.setAttribute('ends', new InterleavedBufferAttribute(buffer, 4, 0));
  geometry.setAttribute('width', new InterleavedBufferAttribute(buffer, 1, 4));
  geometry.setAttribute('tint', new InterleavedBufferAttribute(buffer, 4, 5));
  return geometry;
}
