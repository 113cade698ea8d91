/** What the figures of `/any` need a script for: blobs and canvases. */
export const SCRIPT = `<script>
function load(src) {
  const picture = new Image();
  picture.src = src;
  return picture.decode().then(() => picture);
}
async function toBlob(id, src, isRevoked) {
  const image = document.getElementById(id);
  const address = URL.createObjectURL(await (await fetch(src)).blob());
  image.src = address;
  await image.decode();
  if (isRevoked) URL.revokeObjectURL(address);
}
async function draw(id, src) {
  const canvas = document.getElementById(id);
  canvas.getContext('2d').drawImage(await load(src), 0, 0, canvas.width, canvas.height);
}
async function paint(id, src) {
  const gl = document.getElementById(id).getContext('webgl');
  const program = gl.createProgram();
  const shader = (type, text) => {
    const made = gl.createShader(type);
    gl.shaderSource(made, text);
    gl.compileShader(made);
    gl.attachShader(program, made);
  };
  shader(gl.VERTEX_SHADER, 'attribute vec2 at; varying vec2 place; void main() { place = vec2(at.x, 1. - at.y); gl_Position = vec4(at * 2. - 1., 0., 1.); }');
  shader(gl.FRAGMENT_SHADER, 'precision mediump float; uniform sampler2D picture; varying vec2 place; void main() { gl_FragColor = texture2D(picture, place); }');
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(gl.getAttribLocation(program, 'at'), 2, gl.FLOAT, false, 0, 0);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB, gl.RGB, gl.UNSIGNED_BYTE, await load(src));
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  // Without a graphics card every frame costs processor time, so draw only in view.
  const isInView = () => {
    const { top, bottom } = gl.canvas.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const frame = () => {
    if (isInView()) gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    requestAnimationFrame(frame);
  };
  frame();
}
// Tests wait for this mark before they click.
Promise.allSettled([
  toBlob('blob', '/images/balloons.png', false),
  toBlob('blob-dead', '/images/cat.jpg', true),
  draw('canvas-clean', '/images/night-lake.png'),
  draw('veiled-canvas', '/images/city.webp'),
  draw('canvas-tainted', 'https://cdn.example.com/images/city.webp'),
  paint('canvas-gl', '/images/harbour.jpg'),
]).then(() => { document.documentElement.dataset.ready = ''; });
</script>`;
