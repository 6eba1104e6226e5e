using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla;

/// <summary>
/// A function compiled for one signature with all variables as constants: it never changes, and any number of threads
/// may run it at once.
/// </summary>
/// <remarks>
/// Constants are brought once into the form in which kernels read them; what depends on them alone is computed once.
/// Its numbers may differ in their last bits from those of the function that it was made of. Each run takes memory for
/// intermediate values from a pool, <see cref="PeakBytes"/> for each caller at a time.
/// </remarks>
/// <example><code>
/// FrozenFunction frozen = new CompiledFunction(x => [(x[0].MatMul(weight.Value) + bias.Value).Relu()])
///     .Freeze(new TensorSpec(DType.Float32, [1, 784]));
/// frozen.Run(pixels, scores);   // spans; allocates nothing
/// </code></example>
public sealed class FrozenFunction
{
    private readonly Executable _executable;

    internal FrozenFunction(Executable executable) => _executable = executable;

    /// <summary>The compiled program.</summary>
    public Program Program => _executable.Program;

    /// <summary>Bytes of weights and other constants, shared by all callers.</summary>
    public long ConstantBytes => _executable.ConstantBytes;

    /// <summary>
    /// Bytes of intermediate values and scratch that each run at a time needs, beside inputs and results.
    /// </summary>
    public long PeakBytes => _executable.PeakBytes;

    /// <summary>Runs the function on elements where they lie. Allocates nothing on the managed heap.</summary>
    /// <param name="input">The elements of the only input, in row-major order.</param>
    /// <param name="output">Receives the elements of the only result; it does not overlap the input.</param>
    /// <exception cref="InvalidOperationException">There are several inputs or results.</exception>
    /// <exception cref="DTypeMismatchException">The function takes or gives elements of another type.</exception>
    /// <exception cref="ShapeMismatchException">A span has another number of elements.</exception>
    /// <exception cref="ArgumentException">The spans overlap.</exception>
    public unsafe void Run<TInput, TOutput>(ReadOnlySpan<TInput> input, Span<TOutput> output)
        where TInput : unmanaged
        where TOutput : unmanaged
    {
        if (Program.Inputs.Count != 1 || Program.Outputs.Count != 1)
        {
            throw new InvalidOperationException(
                $"Run takes one input and gives one result, but this function has {Program.Inputs.Count} and "
                + $"{Program.Outputs.Count}; Bind it, and fill each input of the replay, or Invoke it on tensors.");
        }

        Check<TInput>(Program.Inputs[0], input.Length, "input");
        Check<TOutput>(Program.Outputs[0], output.Length, "result");
        fixed (TInput* from = input)
        {
            fixed (TOutput* to = output)
            {
                if ((byte*)from < (byte*)(to + output.Length) && (byte*)to < (byte*)(from + input.Length))
                {
                    throw new ArgumentException(
                        "Input and result overlap, so that the one would be overwritten while it is read; "
                        + "give the result memory of its own.", nameof(output));
                }

                Execution execution = _executable.Rent();
                execution.BindInput(0, (nint)from);
                execution.BindOutput(0, (nint)to);
                execution.Run();
                _executable.Return(execution);
            }
        }
    }

    /// <summary>Runs the function on tensors.</summary>
    /// <returns>The results; no gradient flows through them.</returns>
    /// <exception cref="ShapeMismatchException">
    /// An input has another type or shape than the function was frozen for, or there are more or fewer of them.
    /// </exception>
    public Tensor[] Invoke(params IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        IReadOnlyList<TensorSpec> specs = Program.Inputs;
        if (inputs.Count != specs.Count)
        {
            throw new ShapeMismatchException(
                $"This function was frozen for {specs.Count} inputs ({string.Join(", ", specs)}) but got "
                + $"{inputs.Count}.", [.. inputs.Select(input => input.Shape)]);
        }

        for (int i = 0; i < specs.Count; i++)
        {
            if (inputs[i].Spec != specs[i])
            {
                throw new ShapeMismatchException(
                    $"Input {i} of this function is {specs[i]}, as it was frozen for, but got {inputs[i].Spec}; freeze "
                    + "it for that signature too, or reshape the input.", specs[i].Shape, inputs[i].Shape);
            }
        }

        Tensor.Evaluate([.. inputs]);
        Execution execution = _executable.Rent();
        for (int i = 0; i < inputs.Count; i++)
        {
            execution.BindInput(i, inputs[i].Storage!);
        }

        Tensor[] results = [.. Program.Outputs.Select(spec => new Tensor(_executable.Backend.Allocate(spec), spec))];
        for (int i = 0; i < results.Length; i++)
        {
            execution.BindOutput(i, results[i].Storage!);
        }

        execution.Run();
        _executable.Return(execution);
        return results;
    }

    /// <summary>
    /// Gives the program memory of its own for inputs and results, to be replayed by one thread without allocating.
    /// </summary>
    public Replay Bind() => new(_executable);

    private static void Check<T>(TensorSpec spec, int length, string subject) where T : unmanaged
    {
        if (DTypes.Of<T>() != spec.DType)
        {
            throw new DTypeMismatchException(
                $"The {subject} is {spec}; give it as {spec.DType.Keyword}, not as {DTypes.Of<T>().Keyword}.",
                spec.DType);
        }

        if (length != spec.Shape.ElementCount)
        {
            throw new ShapeMismatchException(
                $"The {subject} is {spec}, {spec.Shape.ElementCount} elements, but the span has {length}; this "
                + "function was frozen for that shape alone.", spec.Shape);
        }
    }
}
