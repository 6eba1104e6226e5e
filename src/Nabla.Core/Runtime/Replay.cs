using Nabla.Compiler;
using Nabla.Runtime;

namespace Nabla;

/// <summary>
/// A compiled program with memory of its own for inputs and results. Replaying it allocates nothing.
/// For one thread at a time.
/// </summary>
public sealed unsafe class Replay
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
        _inputs = [.. program.Inputs.Select(spec => executable.Backend.Allocate(spec.ByteCount))];
        _outputs = [.. program.Outputs.Select(spec => executable.Backend.Allocate(spec.ByteCount))];
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
    /// <exception cref="DTypeMismatchException">The input holds another type.</exception>
    public Span<T> Input<T>(int index) where T : unmanaged => Elements<T>(_inputs[index], Program.Inputs[index]);

    /// <summary>The elements of a result, valid until the next <see cref="Run"/>.</summary>
    /// <exception cref="DTypeMismatchException">The result holds another type.</exception>
    public ReadOnlySpan<T> Output<T>(int index) where T : unmanaged =>
        Elements<T>(_outputs[index], Program.Outputs[index]);

    /// <summary>Feeds an input from memory that the caller keeps, without copying.</summary>
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

    private static Span<T> Elements<T>(Storage storage, TensorSpec spec) where T : unmanaged
    {
        if (DTypes.Of<T>() != spec.DType)
        {
            throw new DTypeMismatchException(
                $"This value is {spec}; read it as {spec.DType.ClrType.Name}, not as {typeof(T).Name}.", spec.DType);
        }

        return new Span<T>((void*)storage.Address, checked((int)spec.Shape.ElementCount));
    }
}
