using System.Runtime.ExceptionServices;

namespace Nabla.Data;

/// <summary>A place for one batch that is made ahead.</summary>
internal sealed class PrefetchSlot
{
    /// <summary>The program whose results are the batch.</summary>
    public Replay? Program { get; set; }

    /// <summary>The examples that the program is for.</summary>
    public int Size { get; set; }

    /// <summary>What went wrong instead.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }
}
