using Nabla.Graph;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Each element without its fraction.</summary>
    /// <remarks>Rounds towards zero; integers and bools stay as they are. There is no gradient.</remarks>
    public Tensor Truncate() => DType.IsFloating ? TruncateOp.Instance.Apply(this) : this;
}

internal sealed record TruncateOp : UnaryOp
{
    public static readonly TruncateOp Instance = new();

    protected override double Reference(double x) => Math.Truncate(x);

    protected override Tensor? Gradient(Tensor x, Tensor y, Tensor dy) => null;
}
