using Nabla.Comparison;

namespace Nabla;

/// <summary>The negative logarithm of a normal likelihood: regression that also says how sure it is.</summary>
/// <remarks>
/// Computes <c>(v + (t − m)² / e^v) / 2</c> for a mean <c>m</c> and a logarithm of the variance <c>v</c>, without the
/// constant <c>log(2π) / 2</c>. Source: D. Nix, A. Weigend, Estimating the mean and variance of the target probability
/// distribution, 1994.
/// </remarks>
[Component("gaussian_nll")]
public sealed class GaussianNll : Loss
{
    /// <summary>Creates the loss.</summary>
    /// <param name="full">Whether to add the constant.</param>
    public GaussianNll(bool full = false) => Full = full;

    /// <summary>Whether the constant is added.</summary>
    public bool Full { get; }

    /// <summary>The losses of the numbers.</summary>
    /// <param name="predictions">[batch, …, 2 · n]: n means, then the n logarithms of their variances.</param>
    /// <param name="targets">[batch, …, n]; for n = 1 also [batch, …].</param>
    /// <returns>The shape of the targets.</returns>
    protected override Tensor Elements(Tensor predictions, Tensor targets)
    {
        if (predictions.Rank < 2 || predictions.Shape[-1] % 2 != 0)
        {
            throw new ShapeMismatchException(
                $"{this} expects predictions [batch, …, 2 · n], means and then logarithms of variances, but got "
                + $"{predictions.Shape}; end the model with a Dense layer of two units a target.", predictions.Shape);
        }

        Tensor[] halves = predictions.Split(2, axis: -1);
        bool isSingle = halves[0].Shape[-1] == 1 && targets.Rank == predictions.Rank - 1;
        Tensor mean = isSingle ? halves[0].Squeeze(-1) : halves[0];
        Tensor logVariance = isSingle ? halves[1].Squeeze(-1) : halves[1];
        Tensor square = (mean - Pairing.TargetsLike(mean, targets, this)).Square();
        Tensor loss = 0.5 * (logVariance + (square * (-logVariance).Exp()));
        return Full ? loss + (0.5 * Math.Log(2 * Math.PI)) : loss;
    }
}
