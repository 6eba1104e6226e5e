using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>The angle in [0, π] whose cosine is each element.</summary>
    /// <remarks>Computes <c>y = arccos x</c>; elements outside [−1, 1] give NaN.</remarks>
    public Tensor Acos() => AcosOp.Instance.Apply(AsFloating());
}

internal sealed record AcosOp : UnaryOp
{
    public static readonly AcosOp Instance = new();

    protected override double Reference(double x) => Math.Acos(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => -(dy * (1 - x.Square()).ReciprocalSqrt());
}
