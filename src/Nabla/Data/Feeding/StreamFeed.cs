namespace Nabla.Data;

/// <summary>Batches that come one after another, of a number nobody knows.</summary>
internal sealed class StreamFeed : BatchFeed
{
    private readonly IEnumerator<Batch> _batches;
    private Batch? _current;
    private Batch? _next;
    private ExampleSpec? _spec;

    /// <summary>Begins a stream.</summary>
    /// <param name="batches">The stream.</param>
    /// <param name="skip">The batches at its start that were seen already.</param>
    public StreamFeed(IEnumerable<Batch> batches, int skip)
    {
        _batches = batches.GetEnumerator();
        _next = Following();
        for (int i = 0; i <= skip; i++)
        {
            Advance();
        }
    }

    public override bool IsAtEnd => _current is null;

    public override bool IsLast => _current is not null && _next is null;

    public override int Size => checked((int)Current.Count);

    public override ExampleSpec Spec => _spec!;

    public override BatchTransform? Transform => null;

    public override ReadOnlySpan<int> Examples => [];

    private Batch Current => _current ?? throw new InvalidOperationException("The stream is at its end.");

    public override void Load(Replay program)
    {
        int input = 0;
        foreach (Tensor column in Current.Columns)
        {
            ProgramInput.Fill(program, input++, column);
        }
    }

    public override Batch Read() => Current;

    public override void Advance()
    {
        (_current, _next) = (_next, Following());

        // One object for all batches of one kind: programs are found by it.
        if (_current?.Spec is { } spec && spec != _spec)
        {
            _spec = spec;
        }
    }

    public override void Dispose() => _batches.Dispose();

    private Batch? Following() => _batches.MoveNext()
        ? _batches.Current ?? throw new ArgumentException("The stream gave null where a batch is expected.")
        : null;
}
