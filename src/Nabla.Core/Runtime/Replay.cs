using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla;

/// <summary>
/// A compiled program with memory of its own for inputs and results. Replaying it allocates nothing.
/// For one thread at a time.
/// </summary>
public sealed class Replay
{
    private readonly Executable _executable;
    private readonly Execution _execution;
    private readonly Storage[] _inputs;
    private readonly Storage[] _outputs;

    internal Replay(Executable executable)
    {
        _executable = executable;
        _execution = new Execution(executable);
        Program program = executable.Program;
        _inputs = [.. program.Inputs.Select(Allocate)];
        _outputs = [.. program.Outputs.Select(Allocate)];
        for (int i = 0; i < _inputs.Length; i++)
        {
            _execution.BindInput(i, _inputs[i]);
        }

        for (int i = 0; i < _outputs.Length; i++)
        {
            _execution.BindOutput(i, _outputs[i]);
        }
    }

    /// <summary>The compiled program.</summary>
    public Program Program => _executable.Program;

    /// <summary>
    /// Bytes of intermediate values and scratch that a run needs, beside inputs, results and variables.
    /// </summary>
    public long PeakBytes => _executable.PeakBytes;

    /// <summary>The elements of an input, to be filled before <see cref="Run"/>.</summary>
    /// <remarks>The span stays valid for as long as it is held, whatever becomes of the replay.</remarks>
    /// <exception cref="DTypeMismatchException">The input holds another type.</exception>
    /// <exception cref="InvalidOperationException">A tensor was bound to the input.</exception>
    public Span<T> Input<T>(int index) where T : unmanaged =>
        Elements<T>(_inputs[index], Program.Inputs[index], "Input", index);

    /// <summary>The elements of a result; the next <see cref="Run"/> overwrites them.</summary>
    /// <remarks>The span stays valid for as long as it is held, whatever becomes of the replay.</remarks>
    /// <exception cref="DTypeMismatchException">The result holds another type.</exception>
    public ReadOnlySpan<T> Output<T>(int index) where T : unmanaged =>
        Elements<T>(_outputs[index], Program.Outputs[index], "Result", index);

    /// <summary>
    /// Feeds an input from a tensor, without copying; from then on the input takes tensors only.
    /// </summary>
    /// <exception cref="ShapeMismatchException">The tensor has another type or shape than the input.</exception>
    public void Bind(int index, Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Spec != Program.Inputs[index])
        {
            throw new ShapeMismatchException(
                $"Input {index} of this program is {Program.Inputs[index]} but got {input.Spec}; "
                + "bind the function for that signature.", input.Shape);
        }

        input.Evaluate();
        _inputs[index] = input.Storage!;
        _execution.BindInput(index, _inputs[index]);
    }

    /// <summary>Runs the program once. When a step fails, no variable has changed.</summary>
    public void Run() => _execution.Run();

    private Storage Allocate(TensorSpec spec)
    {
        Storage storage = _executable.Backend.Allocate(spec);
        if (storage is not HostStorage host || spec.ByteCount > PinnedStorage.MaxBytes)
        {
            return storage;
        }

        // Its memory would go back to the pool with the replay, under spans that are still held.
        host.Release();
        return new PinnedStorage(_executable.Backend, spec.ByteCount);
    }

    private static Span<T> Elements<T>(Storage storage, TensorSpec spec, string subject, int index) where T : unmanaged
    {
        if (DTypes.Of<T>() != spec.DType)
        {
            throw new DTypeMismatchException(
                $"{subject} {index} is {spec}; take it as {spec.DType.Keyword}, not as "
                + $"{DTypes.Of<T>().Keyword}.", spec.DType);
        }

        return storage is PinnedStorage pinned
            ? pinned.Elements<T>(checked((int)spec.Shape.ElementCount))
            : throw new InvalidOperationException(
                $"{subject} {index}, {spec}, has no memory of its own on the host: a tensor was bound to it, whose "
                + "numbers never "
                + "change, or it lies on a device or is too large for a span; bind another tensor instead.");
    }
}
