namespace Nabla;

/// <summary>
/// Finds a length at which a function has fallen enough and its slope is small: the strong Wolfe conditions.
/// </summary>
/// <remarks>
/// First a bracket grows until it holds such a length, then it shrinks around one, by the minimum of a cubic through
/// its ends. Step by step as in PyTorch, which has it from M. Schmidt's minFunc.
/// </remarks>
internal sealed class LineSearch(LbfgsObjective objective, double[] direction, LbfgsPoint start)
{
    private const double SufficientDecrease = 1e-4;
    private const double SlopeLeft = 0.9;
    private const int MaxTrials = 25;

    private int _trials;

    /// <summary>The length that was found, or the best one where the search gave up.</summary>
    /// <param name="length">The first length to try.</param>
    /// <param name="tolerance">The search ends where the bracket is smaller, as moves of the variables.</param>
    public LbfgsPoint Run(double length, double tolerance)
    {
        LbfgsPoint before = start, trial = objective.At(direction, length);
        for (; _trials < MaxTrials; _trials++)
        {
            if (IsTooHigh(trial) || (_trials > 1 && trial.Loss >= before.Loss))
            {
                return Zoom(before, trial, tolerance);
            }

            if (IsFlat(trial))
            {
                return trial;
            }

            if (trial.Slope >= 0)
            {
                return Zoom(before, trial, tolerance);
            }

            double next = CubicMinimum(
                before, trial, trial.Length + (0.01 * (trial.Length - before.Length)), trial.Length * 10);
            before = trial;
            trial = objective.At(direction, next);
        }

        return start.Loss <= trial.Loss ? start : trial;
    }

    private LbfgsPoint Zoom(LbfgsPoint a, LbfgsPoint b, double tolerance)
    {
        (LbfgsPoint low, LbfgsPoint high) = a.Loss <= b.Loss ? (a, b) : (b, a);
        double reach = direction.Max(Math.Abs);
        bool wasNearBorder = false;
        for (; _trials < MaxTrials && Math.Abs(high.Length - low.Length) * reach >= tolerance; _trials++)
        {
            (double least, double most) = (Math.Min(low.Length, high.Length), Math.Max(low.Length, high.Length));
            double length = Inside(CubicMinimum(low, high, least, most), least, most, ref wasNearBorder);
            LbfgsPoint trial = objective.At(direction, length);
            if (IsTooHigh(trial) || trial.Loss >= low.Loss)
            {
                high = trial;
                (low, high) = low.Loss <= high.Loss ? (low, high) : (high, low);
                continue;
            }

            if (IsFlat(trial))
            {
                return trial;
            }

            high = trial.Slope * (high.Length - low.Length) >= 0 ? low : high;
            low = trial;
        }

        return low;
    }

    // A length next to a border makes little progress: allowed once, then it is moved a tenth of the bracket inwards.
    private static double Inside(double length, double least, double most, ref bool wasNearBorder)
    {
        double margin = 0.1 * (most - least);
        if (Math.Min(most - length, length - least) >= margin)
        {
            wasNearBorder = false;
            return length;
        }

        if (!wasNearBorder && length < most && length > least)
        {
            wasNearBorder = true;
            return length;
        }

        wasNearBorder = false;
        return Math.Abs(length - most) < Math.Abs(length - least) ? most - margin : least + margin;
    }

    private bool IsTooHigh(LbfgsPoint point) =>
        point.Loss > start.Loss + (SufficientDecrease * point.Length * start.Slope);

    private bool IsFlat(LbfgsPoint point) => Math.Abs(point.Slope) <= -SlopeLeft * start.Slope;

    // In the middle where the cubic has no minimum, or an end has no number.
    private static double CubicMinimum(LbfgsPoint a, LbfgsPoint b, double least, double most)
    {
        (a, b) = a.Length <= b.Length ? (a, b) : (b, a);
        double bend = a.Slope + b.Slope - (3 * (a.Loss - b.Loss) / (a.Length - b.Length));
        double square = (bend * bend) - (a.Slope * b.Slope);
        if (!(square >= 0))
        {
            return (least + most) / 2;
        }

        double root = Math.Sqrt(square);
        double minimum = b.Length
            - ((b.Length - a.Length) * ((b.Slope + root - bend) / (b.Slope - a.Slope + (2 * root))));
        return Math.Min(Math.Max(minimum, least), most);
    }
}
