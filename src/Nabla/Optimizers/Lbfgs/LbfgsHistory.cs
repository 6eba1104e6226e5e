using System.Numerics.Tensors;

namespace Nabla;

/// <summary>The last steps and how the gradient changed over them: roughly, second derivatives.</summary>
internal sealed class LbfgsHistory(int capacity)
{
    // Steps along which the gradient hardly grew say nothing, or that the function bends down.
    private const double LeastCurvature = 1e-10;

    private readonly List<(double[] Step, double[] Change, double Inverse)> _pairs = [];
    private double _scale = 1;

    /// <summary>Remembers a step, and forgets the oldest one where there are too many.</summary>
    public void Add(double[] direction, double length, double[] before, double[] after)
    {
        double[] step = new double[direction.Length], change = new double[direction.Length];
        TensorPrimitives.Multiply(direction, length, step);
        TensorPrimitives.Subtract<double>(after, before, change);
        double curvature = TensorPrimitives.Dot<double>(change, step);
        if (curvature > LeastCurvature)
        {
            if (_pairs.Count == capacity)
            {
                _pairs.RemoveAt(0);
            }

            _pairs.Add((step, change, 1 / curvature));
            _scale = curvature / TensorPrimitives.SumOfSquares<double>(change);
        }
    }

    /// <summary>Where to go from a gradient: the recursion of two loops.</summary>
    public void Direction(double[] gradient, double[] direction)
    {
        double[] shares = new double[_pairs.Count];
        TensorPrimitives.Negate<double>(gradient, direction);
        for (int i = _pairs.Count - 1; i >= 0; i--)
        {
            (double[] step, double[] change, double inverse) = _pairs[i];
            shares[i] = TensorPrimitives.Dot<double>(step, direction) * inverse;
            TensorPrimitives.MultiplyAdd<double>(change, -shares[i], direction, direction);
        }

        TensorPrimitives.Multiply(direction, _scale, direction);
        for (int i = 0; i < _pairs.Count; i++)
        {
            (double[] step, double[] change, double inverse) = _pairs[i];
            double share = TensorPrimitives.Dot<double>(change, direction) * inverse;
            TensorPrimitives.MultiplyAdd<double>(step, shares[i] - share, direction, direction);
        }
    }
}
