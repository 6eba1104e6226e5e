using Nabla.Graph;

namespace Nabla;

/// <summary>
/// The gradient of <see cref="RowNormalizeOp"/>: of the rows, of scale and, when centered, of the offset, in one pass.
/// </summary>
/// <remarks>
/// With <c>n = d · inverse</c> and <c>g = dy · scale</c> computes
/// <c>dx = (g − mean(g) − n · mean(g · n)) · inverse</c>, whose <c>mean(g)</c> is 0 when not centered.
/// </remarks>
internal sealed record RowNormalizeGradientOp(bool IsCentered) : FusedOp
{
    public override int OutputCount => IsCentered ? 3 : 2;

    // x, dy: [rows, features]; scale: [features]; inverse, mean: [rows]
    public override TensorSpec Infer(ReadOnlySpan<Tensor> inputs) => inputs[0].Spec;

    public override TensorSpec InferOutput(ReadOnlySpan<Tensor> inputs, int output) =>
        output == 0 ? inputs[0].Spec : inputs[1].Spec;

    public override Tensor[] Define(IReadOnlyList<Tensor> inputs)
    {
        Tensor x = inputs[0], dy = inputs[2], inverse = inputs[3].ExpandAxis(1);
        Tensor normal = (IsCentered ? x - inputs[4].ExpandAxis(1) : x) * inverse, inner = dy * inputs[1];
        Tensor rest = inner - normal * (inner * normal).Mean([1], keepAxes: true);
        Tensor dscale = (dy * normal).Sum(0);
        return IsCentered
            ? [(rest - inner.Mean([1], keepAxes: true)) * inverse, dscale, dy.Sum(0)]
            : [rest * inverse, dscale];
    }
}
