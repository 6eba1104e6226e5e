namespace Nabla.Testing;

/// <summary>
/// How far apart two numbers may be: <c>|actual − expected| ≤ Absolute + Relative · |expected|</c>.
/// NaN and infinities must agree.
/// </summary>
/// <param name="Relative">The part that grows with the number.</param>
/// <param name="Absolute">The part that does not.</param>
public readonly record struct Tolerance(double Relative, double Absolute)
{
    /// <summary>What a handful of roundings in a type may cost; integers and bools are exact.</summary>
    public static Tolerance Of(DType dtype) => dtype switch
    {
        DType.Float32 => new Tolerance(4e-6, 1e-6),
        DType.Float64 => new Tolerance(1e-13, 1e-14),
        _ => default,
    };

    /// <summary>The same, wider.</summary>
    public Tolerance Times(double factor) => new(Relative * factor, Absolute * factor);

    /// <summary>Whether two numbers are close enough.</summary>
    public bool Allows(double actual, double expected) =>
        actual.Equals(expected) || (double.IsFinite(actual) && double.IsFinite(expected)
            ? Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected))
            : actual == expected);

    /// <summary>Throws unless all elements of a tensor are close enough to what is expected.</summary>
    /// <param name="actual">What is checked.</param>
    /// <param name="expected">What it should be, in row-major order.</param>
    /// <param name="what">What is compared, for the message.</param>
    /// <exception cref="CheckFailedException">An element differs.</exception>
    public void Check(Tensor actual, ReadOnlySpan<double> expected, string what)
    {
        ArgumentNullException.ThrowIfNull(actual);
        double[] values = CheckedTensor.Read(actual);
        if (values.Length != expected.Length)
        {
            throw new CheckFailedException(
                $"{what}: {actual.Spec} has {values.Length} elements, expected {expected.Length}.");
        }

        int wrong = 0, first = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (!Allows(values[i], expected[i]))
            {
                wrong++;
                first = first < 0 ? i : first;
            }
        }

        if (wrong > 0)
        {
            throw new CheckFailedException(
                $"{what}: {wrong} of {values.Length} elements of {actual.Spec} differ; "
                + $"element {first} is {values[first]:R}, expected {expected[first]:R} "
                + $"within {Relative:G2} relative and {Absolute:G2} absolute.");
        }
    }
}
