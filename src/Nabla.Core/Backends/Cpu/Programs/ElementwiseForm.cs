namespace Nabla.Backends.Cpu.Programs;

/// <summary>How an operation's types relate to its registers.</summary>
internal enum ElementwiseForm
{
    /// <summary>Arguments and result are of one type.</summary>
    Function,

    /// <summary>The result is a mask.</summary>
    Test,

    /// <summary>The first argument is a mask, the others and the result are of one type.</summary>
    Select,

    /// <summary>The result is the argument as another type.</summary>
    Cast,
}
