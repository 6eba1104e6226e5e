using Nabla.Runtime;

namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Computes this tensor's numbers now, if they are not there yet.</summary>
    /// <returns>This tensor.</returns>
    public Tensor Evaluate()
    {
        if (!IsEvaluated)
        {
            Evaluator.Evaluate([this]);
        }

        return this;
    }

    /// <summary>Computes several tensors in one program, sharing what they have in common.</summary>
    public static void Evaluate(params IReadOnlyList<Tensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Evaluator.Evaluate(tensors);
    }
}
