using Nabla.Backends.Reference;

namespace Nabla.Testing;

/// <summary>Proves an operation in one line, on the default device.</summary>
/// <remarks>
/// Every element type gives the numbers of the reference backend, untraced and compiled, on contiguous, transposed,
/// sliced, reversed, broadcast and empty inputs, on all lengths up to 257, on NaN, infinities and extremes; gradients
/// equal difference quotients, and so do their gradients.
/// </remarks>
/// <example><code>
/// OpCheck.Unary(x => x.Tanh());
/// OpCheck.Binary((a, b) => a / b, new() { Low = 0.5 });
/// OpCheck.Run(x => x[0].Gather(x[1]), [new([5, 3]), CheckInput.Indices([2, 2], 5)]);
/// </code></example>
public static class OpCheck
{
    private const int MaxLength = 257;
    private const int GradientLength = 9;

    private static readonly double[] s_special =
    [
        0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        0.5, -2.5, 3.5, 1e-30, -1e-30, 30, -30, 1e-42, 3e38, -3e38, 100, -100,
    ];

    private static readonly (Shape Left, Shape Right)[] s_broadcasts =
        [([3, 4], [3, 4]), ([3, 4], [4]), ([3, 1], [1, 4]), ([2, 1, 2], [3, 1]), ([], [2, 2]), ([0, 3], [3])];

    /// <summary>Proves an elementwise operation on one tensor.</summary>
    /// <exception cref="CheckFailedException">Something does not hold.</exception>
    public static OpCheckReport Unary(Func<Tensor, Tensor> op, OpCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(op);
        options ??= new OpCheckOptions();
        Tensor Function(IReadOnlyList<Tensor> x) => op(x[0]);
        foreach (DType dtype in options.DTypes.Concat(options.OtherDTypes))
        {
            AllLengths(Function, 1, dtype, options);
            Special(Function, [s_special], dtype, options);
        }

        return Run(Function, [Input([3, 5], options)], options).Join(Run(Function, [Input([], options)], options))
            .Join(Run(Function, [Input([GradientLength], options)], options));
    }

    /// <summary>Proves an elementwise operation on two tensors that broadcast.</summary>
    /// <exception cref="CheckFailedException">Something does not hold.</exception>
    public static OpCheckReport Binary(Func<Tensor, Tensor, Tensor> op, OpCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(op);
        options ??= new OpCheckOptions();
        Tensor Function(IReadOnlyList<Tensor> x) => op(x[0], x[1]);
        double[] left = [.. s_special.SelectMany(value => Enumerable.Repeat(value, s_special.Length))];
        double[] right = [.. Enumerable.Repeat(s_special, s_special.Length).SelectMany(values => values)];
        foreach (DType dtype in options.DTypes.Concat(options.OtherDTypes))
        {
            AllLengths(Function, 2, dtype, options);
            Special(Function, [left, right], dtype, options);
        }

        OpCheckReport report = default;
        foreach ((Shape a, Shape b) in s_broadcasts)
        {
            report = report.Join(Run(Function, [Input(a, options), Input(b, options)], options));
        }

        return report;
    }

    /// <summary>Proves any operation on given inputs.</summary>
    /// <param name="op">From input tensors to the result.</param>
    /// <param name="inputs">The inputs to make up.</param>
    /// <param name="options">What to try.</param>
    /// <exception cref="CheckFailedException">Something does not hold.</exception>
    public static OpCheckReport Run(
        Func<IReadOnlyList<Tensor>, Tensor> op, IReadOnlyList<CheckInput> inputs, OpCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(op);
        ArgumentNullException.ThrowIfNull(inputs);
        options ??= new OpCheckOptions();
        foreach (DType dtype in options.DTypes)
        {
            Tensor[] Make() => [.. inputs.Select((input, i) => input.Make(dtype, i))];
            Tensor[] expected = OnReference(() => [op(Make())]);
            Compare(op(Make()), expected[0], $"On {Device.Default}", options);
            Compare(Compiled(op, Make()), expected[0], $"Compiled on {Device.Default}", options);
            foreach ((string how, Func<Tensor, Tensor> view) in StridedViews.All)
            {
                Compare(op([.. Make().Select(view)]), expected[0], $"On {how} inputs", options);
            }
        }

        Tensor[] point = [.. inputs.Select((input, i) => input.Make(DType.Float64, i))];
        bool isDifferentiable = options.HasGradient && op(point).DType.IsFloating;
        return new OpCheckReport(
            isDifferentiable ? GradientCheck.Run(op, point, options.GradientTolerance) : 0,
            isDifferentiable && options.HasSecondGradient
                ? GradientCheck.RunSecond(op, point, options.GradientTolerance)
                : 0);
    }

    private static CheckInput Input(Shape shape, OpCheckOptions options) =>
        new(shape, options.Low, options.High) { Avoid = options.Avoid };

    private static void AllLengths(
        Func<IReadOnlyList<Tensor>, Tensor> op, int inputs, DType dtype, OpCheckOptions options)
    {
        // All lengths in one program: one compilation, and a step of its own for each.
        Tensor Make(int length, int stream) =>
            new CheckInput([length], options.Low, options.High) { DType = dtype }.Make(dtype, stream);
        Tensor Result(int length) => op([.. Enumerable.Range(0, inputs).Select(i => Make(length, i))]);
        Tensor[] Results() => [.. Enumerable.Range(0, MaxLength + 1).Select(Result)];
        Tensor[] expected = OnReference(Results), actual = Results();
        Tensor.Evaluate(actual);
        for (int length = 0; length <= MaxLength; length++)
        {
            Compare(actual[length], expected[length], $"On {length} elements of {dtype}", options);
        }
    }

    private static void Special(
        Func<IReadOnlyList<Tensor>, Tensor> op, double[][] values, DType dtype, OpCheckOptions options)
    {
        if (options.HasSpecialValues && dtype.IsFloating)
        {
            Tensor Result() => op([.. values.Select(value => CheckedTensor.From(value, dtype, [value.Length]))]);
            Compare(Result(), OnReference(() => [Result()])[0], $"On special values of {dtype}", options);
        }
    }

    private static Tensor Compiled(Func<IReadOnlyList<Tensor>, Tensor> op, Tensor[] inputs) =>
        new CompiledFunction(x => [op(x)]).Invoke(inputs)[0];

    private static Tensor[] OnReference(Func<Tensor[]> results)
    {
        using DeviceScope scope = Device.Use(ReferenceBackend.Instance);
        Tensor[] tensors = results();
        Tensor.Evaluate(tensors);
        return tensors;
    }

    private static void Compare(Tensor actual, Tensor expected, string what, OpCheckOptions options)
    {
        if (actual.Spec != expected.Spec)
        {
            throw new CheckFailedException($"{what}: the result is {actual.Spec}, expected {expected.Spec}.");
        }

        actual.Evaluate();
        if (actual.Storage!.ByteCount < actual.Spec.ByteCount)
        {
            throw new CheckFailedException(
                $"{what}: {actual.Spec} has memory for {actual.Storage.ByteCount} bytes only.");
        }

        Tolerance.Of(actual.DType).Times(options.ToleranceFactor).Check(actual, CheckedTensor.Read(expected), what);
    }
}
