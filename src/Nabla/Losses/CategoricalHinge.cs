using Nabla.Comparison;

namespace Nabla;

/// <summary>The hinge of a choice between classes: the true class is to lead by a margin of 1.</summary>
/// <remarks>
/// Computes <c>max(0, 1 + maxⱼ xⱼ − xₜ)</c> over the other classes <c>j ≠ t</c>. Keras' maximum also holds a 0 for the
/// true class, so that it differs where all other scores are negative. Source: K. Crammer, Y. Singer, On the
/// algorithmic implementation of multiclass kernel-based vector machines, 2001.
/// </remarks>
[Component("categorical_hinge")]
public sealed class CategoricalHinge : Loss
{
    /// <summary>The losses of the examples.</summary>
    /// <param name="predictions">Scores [batch, …, classes], without a last function.</param>
    /// <param name="targets">Labels [batch, …], or one-hot [batch, …, classes].</param>
    /// <returns>[batch, …].</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        Tensor isTrue = ClassTargets.AsProbabilities(predictions, targets, this) > 0.5;
        Tensor others = isTrue.Where(double.NegativeInfinity, predictions).Max(-1);
        return (1 + others - isTrue.Where(predictions, 0).Sum(-1)).Relu();
    }
}
