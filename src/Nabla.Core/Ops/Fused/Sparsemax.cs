namespace Nabla;

public sealed partial class Tensor
{
    /// <summary>Turns scores along an axis into probabilities that add up to 1, most of them exactly 0.</summary>
    /// <remarks>
    /// Computes the point of the probability simplex that is nearest to x: <c>y = max(x − τ, 0)</c>, where τ is what
    /// makes the sum 1. The gradient is that of x − τ on the elements above 0, and 0 on the others.
    /// Source: A. Martins, R. Astudillo, From softmax to sparsemax, 2016.
    /// </remarks>
    /// <param name="axis">The axis along which they compete.</param>
    public Tensor Sparsemax(int axis = -1)
    {
        axis = Shape.Axis(axis);
        Tensor x = AsFloating();
        if (x.Shape.ElementCount == 0)
        {
            return x;
        }

        // Relative to the largest score, so that sums of large scores lose no digits.
        x -= x.Max([axis], keepAxes: true).StopGradient();
        Tensor isChosen = Support(x.StopGradient(), axis);
        Tensor count = isChosen.Cast(x.DType).Sum([axis], keepAxes: true);
        Tensor tau = (isChosen.Where(x, 0).Sum([axis], keepAxes: true) - 1) / count;
        return isChosen.Where(x - tau, 0);
    }

    // The largest k scores, for the last k with 1 + k · score > sum of the k scores.
    private static Tensor Support(Tensor x, int axis)
    {
        Tensor sorted = x.Sort(axis, descending: true), sums = sorted.CumulativeSum(axis);
        long[] column = [.. Enumerable.Repeat(1L, x.Rank)];
        column[axis] = x.Shape[axis];
        Tensor place = Arange(1, x.Shape[axis] + 1).Reshape(Shape.Create(column)).Cast(x.DType);
        Tensor fits = sorted * place + 1 > sums;
        Tensor least = fits.Where(sorted, double.PositiveInfinity).Min([axis], keepAxes: true);
        return x >= least;
    }
}
