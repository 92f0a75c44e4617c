import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.internal.org.objectweb.asm.ClassReader;
import jdk.internal.org.objectweb.asm.ClassVisitor;
import jdk.internal.org.objectweb.asm.ClassWriter;
import jdk.internal.org.objectweb.asm.Label;
import jdk.internal.org.objectweb.asm.MethodVisitor;
import jdk.internal.org.objectweb.asm.Opcodes;

/**
 * Writes changed copies of three classes, so that Elasticsearch 7.0 runs on Lucene 8.3 instead of
 * 8.0, which it was compiled for. Nothing of what it computes is changed.
 *
 *     java --add-exports java.base/jdk.internal.org.objectweb.asm=ALL-UNNAMED -cp … Patch FOLDER
 */
public final class Patch {
  private static final String SEARCHER = "org/apache/lucene/search/IndexSearcher";
  private static final String CONTEXT = "org/elasticsearch/search/internal/ContextIndexSearcher";
  private static final String NAMES = "org/elasticsearch/common/lucene/Lucene";
  private static final String DFS = "org/elasticsearch/search/dfs/AggregatedDfs";
  private static final String STATISTICS = "org/apache/lucene/search/TermStatistics";
  private static final String MAP = "com/carrotsearch/hppc/ObjectObjectHashMap";

  public static void main(String[] words) throws Exception {
    for (String name : new String[] {SEARCHER, CONTEXT, NAMES}) {
      try (InputStream input = Patch.class.getResourceAsStream("/" + name + ".class")) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        new ClassReader(input).accept(new Change(name, writer), 0);
        Path file = Path.of(words[0], name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, writer.toByteArray());
      }
    }
  }

  private static final class Change extends ClassVisitor {
    private final String name;

    Change(String name, ClassVisitor next) {
      super(Opcodes.ASM8, next);
      this.name = name;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String type, String signature, String[] exceptions) {
      // Elasticsearch overrides a method that has become final.
      boolean opens = name.equals(SEARCHER) && method.equals("termStatistics");
      int open = opens ? access & ~Opcodes.ACC_FINAL : access;
      MethodVisitor next = super.visitMethod(open, method, type, signature, exceptions);
      if (!name.equals(NAMES)) return next;
      return new MethodVisitor(Opcodes.ASM8, next) {
        @Override public void visitLdcInsn(Object value) {
          super.visitLdcInsn("Lucene70".equals(value) ? "Lucene80" : value);
        }
      };
    }

    @Override
    public void visitEnd() {
      if (name.equals(CONTEXT)) addStatistics();
      super.visitEnd();
    }

    /**
     * Adds an override of the method by which Lucene 8.3 asks for the frequencies of a term, so that
     * those of all shards count, as in the method of 8.0 that Elasticsearch overrides:
     *
     *     TermStatistics termStatistics(Term term, int documents, long total) {
     *       if (aggregatedDfs != null) {
     *         TermStatistics known = aggregatedDfs.termStatistics().get(term);
     *         if (known != null) return known;
     *       }
     *       return super.termStatistics(term, documents, total);
     *     }
     */
    private void addStatistics() {
      String type = "(Lorg/apache/lucene/index/Term;IJ)L" + STATISTICS + ";";
      MethodVisitor code =
          super.visitMethod(
              Opcodes.ACC_PUBLIC, "termStatistics", type, null,
              new String[] {"java/io/IOException"});
      Label own = new Label();
      code.visitCode();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, CONTEXT, "aggregatedDfs", "L" + DFS + ";");
      code.visitJumpInsn(Opcodes.IFNULL, own);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, CONTEXT, "aggregatedDfs", "L" + DFS + ";");
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, DFS, "termStatistics", "()L" + MAP + ";", false);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, MAP, "get", "(Ljava/lang/Object;)Ljava/lang/Object;", false);
      code.visitTypeInsn(Opcodes.CHECKCAST, STATISTICS);
      code.visitVarInsn(Opcodes.ASTORE, 5);
      code.visitVarInsn(Opcodes.ALOAD, 5);
      code.visitJumpInsn(Opcodes.IFNULL, own);
      code.visitVarInsn(Opcodes.ALOAD, 5);
      code.visitInsn(Opcodes.ARETURN);
      code.visitLabel(own);
      code.visitFrame(Opcodes.F_NEW, 4,
          new Object[] {CONTEXT, "org/apache/lucene/index/Term", Opcodes.INTEGER, Opcodes.LONG},
          0, new Object[] {});
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitVarInsn(Opcodes.ILOAD, 2);
      code.visitVarInsn(Opcodes.LLOAD, 3);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, SEARCHER, "termStatistics", type, false);
      code.visitInsn(Opcodes.ARETURN);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
  }
}
