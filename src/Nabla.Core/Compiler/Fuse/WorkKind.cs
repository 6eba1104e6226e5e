namespace Nabla.Compiler.Fuse;

/// <summary>What the passes may do with a work.</summary>
internal enum WorkKind
{
    /// <summary>It is called as it is.</summary>
    Call,

    /// <summary>It joins others in an elementwise program.</summary>
    Elementwise,

    /// <summary>It may take a cluster as its epilogue.</summary>
    Contraction,

    /// <summary>It may take a cluster as its producer.</summary>
    Reduction,
}
