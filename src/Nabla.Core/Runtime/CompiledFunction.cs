using System.Runtime.CompilerServices;
using Nabla.Compiler;
using Nabla.Graph;
using Nabla.Runtime;

namespace Nabla;

/// <summary>
/// A function that is traced and compiled once for each signature of its inputs, and then only replayed.
/// </summary>
/// <remarks>
/// CLR values that the function reads are constants of the program; what changes between calls is an input or a
/// <see cref="Variable"/>. Calls are thread-safe unless the function assigns variables.
/// </remarks>
/// <example><code>
/// var norm = new CompiledFunction(x => [x[0].Square().Sum().Sqrt()]);
/// float length = norm.Invoke(v)[0].Item&lt;float&gt;();
/// </code></example>
public sealed class CompiledFunction
{
    private const int CacheCapacity = 16;

    private readonly Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> _function;
    private readonly BoundedCache<
        (Backend Backend, Axes<TensorSpec> Signature), (Executable Executable, Origins?[] Origins)> _executables =
            new(CacheCapacity);

    /// <summary>Wraps a function; nothing is traced yet.</summary>
    /// <param name="function">
    /// From input tensors to results; called at least once for each signature: two threads may trace at once.
    /// </param>
    public CompiledFunction(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        _function = function;
    }

    /// <summary>Runs the function on tensors.</summary>
    /// <exception cref="ShapeMismatchException">The function refuses these shapes.</exception>
    /// <exception cref="InvalidOperationException">
    /// The function returns null, calls itself without end, or uses a tensor of another trace.
    /// </exception>
    public Tensor[] Invoke(params IReadOnlyList<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (Trace.Current is not null || GraphRetention.IsActive)
        {
            // Inside another trace the function is a part of that one, and a gradient walks through it.
            return [.. Call(inputs)];
        }

        Evaluator.Evaluate(inputs);
        (Executable executable, Origins?[] origins) = ExecutableFor([.. inputs.Select(input => input.Spec)]);
        List<Tensor>?[] ancestors = [.. origins.Select(origin => origin?.For(inputs))];
        Execution execution = executable.Rent();
        for (int i = 0; i < inputs.Count; i++)
        {
            execution.BindInput(i, inputs[i].Storage!);
        }

        IReadOnlyList<TensorSpec> specs = executable.Program.Outputs;
        Storage[] storages = [.. specs.Select(executable.Backend.Allocate)];
        for (int i = 0; i < storages.Length; i++)
        {
            execution.BindOutput(i, storages[i]);
        }

        execution.Run();
        executable.Return(execution);
        return
        [
            .. storages.Select((storage, i) => new Tensor(storage, specs[i], origins[i]?.HistoryOf(ancestors[i]!))),
        ];
    }

    /// <summary>
    /// Compiles for one signature and gives the program memory of its own for inputs and results,
    /// to be replayed without allocating.
    /// </summary>
    public Replay Bind(params IReadOnlyList<TensorSpec> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new Replay(ExecutableFor([.. inputs]).Executable);
    }

    /// <summary>
    /// Compiles for one signature with the values that variables have now, for good: the fastest form, for many callers
    /// at once.
    /// </summary>
    /// <param name="inputs">Type and shape of each input.</param>
    /// <exception cref="InvalidOperationException">
    /// The function assigns a variable, or another is being traced.
    /// </exception>
    public FrozenFunction Freeze(params IReadOnlyList<TensorSpec> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (Trace.Current is not null)
        {
            throw new InvalidOperationException(
                "A function cannot be frozen while another is traced, where variables have no numbers yet; freeze it "
                + "before, or call it as it is.");
        }

        GraphFunction function = TraceFor([.. inputs]);
        return function.Assignments is [(Variable first, _), ..]
            ? throw new InvalidOperationException(
                $"A frozen function changes nothing, but this one assigns variable '{first.Name}' "
                + $"({function.Assignments.Count} in all); freeze one that only reads, or Bind this one.")
            : new FrozenFunction(ProgramBuilder.BuildFrozen(function, Backend.Current));
    }

    private (Executable Executable, Origins?[] Origins) ExecutableFor(TensorSpec[] signature)
    {
        Backend backend = Backend.Current;
        return _executables.GetOrAdd((backend, signature), () =>
        {
            GraphFunction function = TraceFor(signature);
            using var trace = Trace.Begin();
            return (ProgramBuilder.Build(function, backend), Origins.Of(function));
        });
    }

    private GraphFunction TraceFor(TensorSpec[] signature)
    {
        using var trace = Trace.Begin();
        Tensor[] inputs = [.. signature.Select(trace.AddInput)];
        var function = new GraphFunction(signature, Call(inputs), [.. trace.Assignments]);
        RefuseStrangers(function, inputs);
        return function;
    }

    private IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new InvalidOperationException(
                "A compiled function calls itself without end: while it is traced its tensors have no numbers, so that "
                + "no number can end it; end it by a shape or a CLR value, or write a loop.");
        }

        IReadOnlyList<Tensor> results = _function(inputs) ?? throw new InvalidOperationException(
            "A compiled function returned null; it returns the list of its results, which may be empty: [].");
        for (int i = 0; i < results.Count; i++)
        {
            _ = results[i] ?? throw new InvalidOperationException(
                $"A compiled function returned null as result {i} of {results.Count}; "
                + "return a tensor, or leave that result out.");
        }

        return results;
    }

    // An input of another function would be bound to whatever has its index here.
    private static void RefuseStrangers(GraphFunction function, Tensor[] inputs)
    {
        foreach (Node node in GraphOrder.Of(function.Results))
        {
            if (node.Op is PlaceholderOp && !inputs.Contains(node.Outputs[0]))
            {
                throw new InvalidOperationException(
                    $"The function uses {node.Outputs[0].Spec}, an input of another traced function, which has "
                    + "no numbers here; pass what it needs as an input of its own.");
            }
        }
    }
}
